/** People who do not exist: mail at example.com, phones from ranges kept free for fiction. */

const firstNames = ['Ada', 'Bela', 'Carla', 'Dario', 'Elif', 'Femke', 'Greta', 'Hanno', 'Ines', 'Joris', 'Kalle', 'Lena', 'Milo', 'Nadia', 'Oskar', 'Pia', 'Quirin', 'Rosa', 'Sami', 'Tilda', 'Umut', 'Vera', 'Wanda', 'Xenia', 'Yara', 'Zeno', 'Alice', 'Ben', 'Chloe', 'Daniel', 'Emma', 'George', 'Harriet', 'Isaac', 'Jane', 'Liam', 'Maya', 'Noah', 'Olive', 'Ruth'];
const lastNames = ['Amsel', 'Birke', 'Clove', 'Distel', 'Ebner', 'Farrow', 'Ginster', 'Hollow', 'Immen', 'Jansen', 'Kessel', 'Linde', 'Marsh', 'Nettle', 'Ortner', 'Pellow', 'Quint', 'Reed', 'Sorrel', 'Thorn', 'Ulmer', 'Vale', 'Weller', 'Yarrow', 'Zeller'];
const regions = [['DE', 46], ['AT', 12], ['CH', 9], ['NL', 9], ['GB', 24]];
const germanShare = new Map([['DE', 0.4], ['AT', 0.45], ['CH', 0.3], ['NL', 0], ['GB', 0]]);

/** Which of the profile's fields a person has left with the shop. */
const knownAs = [['all', 34], ['name', 14], ['email', 20], ['phone', 12], ['nothing', 20]];

const toEmail = (first, last, number) => `${first}.${last}${number}@example.com`.toLowerCase();

function toPhone(number, region) {
  const digits = String(number % 1000).padStart(3, '0');
  return region === 'GB' || number % 3 > 0 ? `+447700900${digits}` : `+1202555${String(100 + (number % 100)).padStart(4, '0')}`;
}

/** What the shop knows of a person; `null`: nothing. */
function toProfile(kind, { id, first, last, number, region }) {
  const email = toEmail(first, last, number);
  const phone = toPhone(number, region);
  const name = `${first} ${last}`;
  const profiles = { all: { id, name, email, phone }, name: { id, name, email }, email: { id, email }, phone: { id, phone }, nothing: null };
  return profiles[kind];
}

function createPerson(chance, number) {
  const region = chance.weighted(regions);
  const known = { id: `person-${number}`, first: chance.pick(firstNames), last: chance.pick(lastNames), number, region };
  return {
    visitorId: `visitor-${number}`,
    firstName: known.first,
    region,
    language: chance.happens(germanShare.get(region)) ? 'de' : 'en',
    profile: toProfile(chance.weighted(knownAs), known),
    phoneUser: chance.happens(0.25),
  };
}

/** So many people; some write often, most once or twice. */
export function createPeople(chance, count) {
  const people = Array.from({ length: count }, (_, index) => createPerson(chance, index + 1));
  return { draw: () => people[Math.floor(chance.next() ** 1.6 * count)] };
}
