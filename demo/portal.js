/** What a host page does with the dashboard: it listens, and it sets attributes. */
const dashboard = document.querySelector('agent-dashboard');

document.querySelector('#monday').addEventListener('click', () => {
  dashboard.range = 'last-week';
  dashboard.filters = { outcome: ['unresolved'] };
});

document.addEventListener('agent-conversation-open', ({ conversationId }) => {
  document.querySelector('#greeting').textContent = `You opened ${conversationId}.`;
});
