import {
  CLASS_USE_BEGAN,
  JOIN_BEGAN,
  MONITOR_ENTER_BEGAN,
  MONITOR_WAIT_BEGAN,
  PARK_BEGAN,
  ROLE_LOCK,
  ROLE_LOCK_SHARED,
  ROLE_NOTE,
  ROLE_TRY_LOCK,
  ROLE_TRY_LOCK_SHARED,
  SLEEP_BEGAN,
} from './event-kinds.js';

/* What a thread is doing; the numbers are the ordinals of Java's ThreadState. */
export const STARTED = 0;
export const RUNNING = 1;
export const SLEEPING = 2;
export const WAITING = 3;
export const PARKED = 4;
export const BLOCKED = 5;
export const TERMINATED = 6;
/** Inside MONITOR_ENTER or CLASS_USE and not yet through: blocked or running, as the other lanes say. */
export const ENTERING = 7;

/** The states in which a thread does not run; time in each of them is summed along a lane. */
export const STILL_STATES = [SLEEPING, WAITING, PARKED, BLOCKED];

const NAMES = ['started', 'running', 'sleeping', 'waiting', 'parked', 'blocked', 'terminated', 'running'];

/** @param {number} state @returns {string} the name as programs see it */
export function stateName(state) {
  return NAMES[state] ?? 'running';
}

/** State inside a pair of records, by the kind that begins it. */
const BY_KIND = new Map([
  [SLEEP_BEGAN, SLEEPING],
  [JOIN_BEGAN, WAITING],
  [MONITOR_WAIT_BEGAN, WAITING],
  [MONITOR_ENTER_BEGAN, ENTERING],
  [CLASS_USE_BEGAN, ENTERING],
]);

/** Parked inside one of these a thread is blocked; inside any other call it waits. */
const LOCKING = new Set([ROLE_LOCK, ROLE_TRY_LOCK, ROLE_LOCK_SHARED, ROLE_TRY_LOCK_SHARED]);
const LAST_ROLE = ROLE_NOTE;

/**
 * The state a thread is in after a record of kind `kind` that begins a slice.
 * @param {number} kind
 * @param {number} role of the innermost open LOCK or CALL, or -1
 * @returns {number}
 */
export function stateInside(kind, role) {
  if (kind !== PARK_BEGAN) return BY_KIND.get(kind) ?? RUNNING;
  if (role < 0 || role > LAST_ROLE) return PARKED;
  return LOCKING.has(role) ? BLOCKED : WAITING;
}
