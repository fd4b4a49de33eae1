/** Days, runs of messages and events: the visitor at the start side, the agent and people at the end side. */
import { css } from 'lit';

export const messageStyles = css`
  .items {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 3);
  }
  .items:focus {
    outline: none;
  }
  .day,
  .event {
    align-self: center;
    max-inline-size: min(100%, 36em);
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .day {
    align-self: stretch;
    max-inline-size: none;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  .event .icon {
    vertical-align: -0.1em;
    margin-inline-end: calc(var(--_space) * 1.5);
  }
  .event[data-kind='handoff'] {
    color: var(--_text);
  }
  :host(:dir(rtl)) [data-kind='handoff'] .icon {
    transform: scaleX(-1);
  }
  .note {
    display: block;
    font-style: italic;
  }
  .run {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: calc(var(--_space) * 1);
    max-inline-size: min(86%, 34em);
    align-self: flex-start;
  }
  .run:not([data-from='visitor']) {
    align-items: flex-end;
    align-self: flex-end;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 1);
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .author {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  time {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .message {
    max-inline-size: 100%;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    line-height: 1.45;
    overflow-wrap: anywhere;
    background: var(--_hover);
  }
  .message.first {
    inline-size: fit-content;
  }
  .message[data-from='agent'] {
    background: color-mix(in oklab, var(--_accent) 10%, var(--_page));
  }
  .message[data-from='human'] {
    background: color-mix(in oklab, var(--_status-routed) 16%, var(--_page));
  }
  .text {
    white-space: pre-wrap;
    text-align: start;
  }
  .masked {
    font-style: italic;
    color: var(--_muted);
  }
  :is(.more, .notes) {
    margin-block-start: calc(var(--_space) * 1);
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .notes {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
  }
  .missed {
    color: var(--_bad);
    font-weight: 600;
  }
  .missed .icon {
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: calc(var(--_space) * 1);
  }
  a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  mark {
    color: inherit;
    background: color-mix(in oklab, var(--_status-routed) 45%, transparent);
    border-radius: 0.15em;
  }
  @media (forced-colors: active) {
    .message {
      border-color: CanvasText;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
