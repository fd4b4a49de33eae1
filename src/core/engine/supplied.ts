/** Which facts and columns were supplied: a column is, when at least one record has its key. */
import type { ResolvedSettings } from '../settings.js';

interface SuppliedBeside {
  given: ReadonlySet<string>;
  skills: readonly string[] | undefined;
  settings: ResolvedSettings;
}

/**
 * Names as `fact` and `fact.column`, from the columns that conversations and messages have; `touches` stands for clicks or products shown,
 * which sales are attributed to.
 */
export function suppliedBeside(columns: ReadonlySet<string>, { given, skills, settings }: SuppliedBeside): Set<string> {
  const supplied = new Set<string>(given);
  if (settings.businessHours) supplied.add('settings.businessHours');
  if (!given.has('conversations')) return supplied;
  for (const column of columns) supplied.add(column);
  const showingTouches = [settings.attribution.default, ...Object.values(settings.attribution.byChannel)].some(
    ({ touch }) => touch === 'message',
  );
  if (supplied.has('conversations.clicks') || (showingTouches && supplied.has('messages.products')))
    supplied.add('touches');
  if (skills && supplied.has('conversations.messages')) supplied.add('messages.skill');
  if (settings.goals) supplied.add('conversations.goals');
  return supplied;
}
