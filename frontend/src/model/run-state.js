/*
 * What the page knows about the run, apart from its trace: a pure function of the messages in
 * `backend/docs/page-protocol.md`.
 */

/** @typedef {{line: number, column: number, endLine: number, endColumn: number, severity: string, message: string}} Diagnostic */
/** A method of the program that a thread is inside of. @typedef {{method: string, line: number}} Call */

/**
 * A thread reads or writes a variable.
 * @typedef {object} Access
 * @property {number} lane
 * @property {number} line 0 unknown
 * @property {boolean} writes
 * @property {string} value empty where it is not known
 * @property {string[]} holds the monitors and locks it holds there
 * @property {Call[]} stack innermost first
 */

/**
 * @typedef {object} Finding
 * @property {string} kind
 * @property {string} message
 * @property {number[]} lines
 * @property {number[]} lanes
 * @property {Access[]} accesses in the order in which they came
 * @property {string} advice empty without one
 * @property {string} lesson
 */
/** @typedef {{kind: string, text: string, limit?: string}} Outcome */
/** @typedef {{id: number, name: string, kind: string, endState: string}} EndedLane */
/** Who decides which thread moves. @typedef {'live' | 'controlled' | 'explore'} Mode */

/**
 * How far a search has come.
 * @typedef {object} Search
 * @property {number} schedules
 * @property {number} classes
 * @property {number} failing
 * @property {boolean} isExhausted
 * @property {boolean} isExhaustedButEarly but for timeouts that come early again and again
 * @property {number} firstFailure counted from 1; 0 none
 * @property {number} preemptions but for those of threads that move in turn
 * @property {boolean} isInTurn whether all do, from some time on
 * @property {number | null} remaining null where it is not known
 * @property {number} millis
 * @property {string} strategy
 */

/** @typedef {'idle' | 'sent' | 'queued' | 'compiling' | 'compiled' | 'running' | 'ended'} Phase */

/**
 * @typedef {object} RunState
 * @property {Phase} phase
 * @property {Mode} mode
 * @property {Search | null} search
 * @property {string} schedule the one that is shown, as a text; empty without one
 * @property {number} position in the queue
 * @property {string | null} id
 * @property {Outcome | null} outcome
 * @property {Diagnostic[]} diagnostics
 * @property {Finding[]} findings
 * @property {EndedLane[]} lanes as the server saw them end
 * @property {Record<string, number>} timing
 * @property {number | null} events
 * @property {boolean} isOutputTruncated
 * @property {string | null} problem what went wrong between page and server
 */

/** @typedef {Record<string, unknown> & {type: string}} Message */

/** @type {Readonly<RunState>} */
export const IDLE = Object.freeze({
  phase: 'idle',
  mode: 'live',
  search: null,
  schedule: '',
  position: 0,
  id: null,
  outcome: null,
  diagnostics: [],
  findings: [],
  lanes: [],
  timing: {},
  events: null,
  isOutputTruncated: false,
  problem: null,
});

/** @param {RunState} state @returns {boolean} */
export function isActive(state) {
  return state.phase !== 'idle' && state.phase !== 'ended';
}

/** The state when a run was asked for. @param {Mode} [mode] @returns {RunState} */
export function sent(mode = 'live') {
  return { ...IDLE, phase: 'sent', mode };
}

/**
 * @param {RunState} state
 * @param {Message} message
 * @returns {RunState}
 */
export function applied(state, message) {
  switch (message.type) {
    case 'queued':
      return { ...state, phase: 'queued', position: numberOf(message.position) };
    case 'compiling':
      return { ...state, phase: 'compiling' };
    case 'diagnostics':
      return {
        ...state,
        phase: state.phase === 'ended' ? 'ended' : 'compiled',
        diagnostics: listOf(message.diagnostics).map(diagnosticOf),
      };
    case 'started':
      return { ...state, phase: 'running', id: textOf(message.id), mode: modeOf(message.mode) };
    case 'searching':
      return { ...state, search: searchOf(message.search) };
    case 'finding':
      return { ...state, findings: [...state.findings, findingOf(message.finding)] };
    case 'ended':
      return ended(state, message);
    case 'refused':
      return { ...state, phase: isRunning(state) ? state.phase : 'ended', problem: textOf(message.text) };
    default:
      return state;
  }
}

/** The socket closed: whatever ran can't be heard any more. @param {RunState} state @returns {RunState} */
export function lost(state) {
  if (!isActive(state)) return state;
  return {
    ...state,
    phase: 'ended',
    problem: 'The connection was lost during the run. What had arrived is shown.',
  };
}

/** A refusal ends a run that had not begun; one that runs goes on. @param {RunState} state @returns {boolean} */
function isRunning(state) {
  return state.phase !== 'sent' && state.phase !== 'ended' && state.phase !== 'idle';
}

/** @param {RunState} state @param {Message} message @returns {RunState} */
function ended(state, message) {
  const outcome = recordOf(message.outcome);
  return {
    ...state,
    phase: 'ended',
    id: message.id === null ? null : textOf(message.id),
    outcome: {
      kind: textOf(outcome.kind),
      text: textOf(outcome.text),
      ...(typeof outcome.limit === 'string' ? { limit: outcome.limit } : {}),
    },
    lanes: listOf(message.lanes).map((lane) => ({
      id: numberOf(lane.id),
      name: textOf(lane.name),
      kind: textOf(lane.kind),
      endState: textOf(lane.endState),
    })),
    timing: /** @type {Record<string, number>} */ (recordOf(message.timing)),
    events: typeof message.events === 'number' ? message.events : null,
    isOutputTruncated: message.outputTruncated === true,
    search: message.search === undefined ? state.search : searchOf(message.search),
    schedule: textOf(message.schedule),
  };
}

/** @param {Record<string, unknown>} value @returns {Diagnostic} */
function diagnosticOf(value) {
  const line = Math.max(1, numberOf(value.line));
  const column = Math.max(1, numberOf(value.column));
  return {
    line,
    column,
    endLine: Math.max(line, numberOf(value.endLine)),
    endColumn: Math.max(1, numberOf(value.endColumn)),
    severity: textOf(value.severity) || 'error',
    message: textOf(value.message),
  };
}

/** A server that says nothing knows only one. @param {unknown} value @returns {Mode} */
function modeOf(value) {
  return value === 'controlled' || value === 'explore' ? value : 'live';
}

/** @param {unknown} value @returns {Search} */
function searchOf(value) {
  const search = recordOf(value);
  return {
    schedules: numberOf(search.schedules),
    classes: numberOf(search.classes),
    failing: numberOf(search.failing),
    isExhausted: search.exhausted === true,
    isExhaustedButEarly: search.exhaustedButEarly === true,
    firstFailure: numberOf(search.firstFailure),
    preemptions: numberOf(search.preemptions),
    isInTurn: search.inTurn === true,
    remaining: typeof search.remaining === 'number' ? search.remaining : null,
    millis: numberOf(search.millis),
    strategy: textOf(search.strategy),
  };
}

/** @param {unknown} value @returns {Finding} */
function findingOf(value) {
  const finding = recordOf(value);
  return {
    kind: textOf(finding.kind),
    message: textOf(finding.message),
    lines: numbersOf(finding.lines),
    lanes: numbersOf(finding.lanes),
    accesses: listOf(finding.accesses).map(accessOf),
    advice: textOf(finding.advice),
    lesson: textOf(finding.lesson),
  };
}

/** @param {Record<string, unknown>} access @returns {Access} */
function accessOf(access) {
  return {
    lane: numberOf(access.lane),
    line: numberOf(access.line),
    writes: access.writes === true,
    value: textOf(access.value),
    holds: Array.isArray(access.holds) ? access.holds.map(textOf) : [],
    stack: listOf(access.stack).map((call) => ({ method: textOf(call.method), line: numberOf(call.line) })),
  };
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function recordOf(value) {
  return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value @returns {Record<string, unknown>[]} */
function listOf(value) {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

/** @param {unknown} value @returns {number[]} */
function numbersOf(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/** @param {unknown} value @returns {string} */
function textOf(value) {
  return typeof value === 'string' ? value : '';
}

/** @param {unknown} value @returns {number} */
function numberOf(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
