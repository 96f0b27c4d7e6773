/* The codes of `backend/docs/trace-format.md`. */

export const THREAD_STARTED = 1;
export const THREAD_BEGAN = 2;
export const THREAD_ENDED = 3;
export const THREAD_INTERRUPTED = 4;
export const THREAD_YIELDED = 5;
export const SLEEP_BEGAN = 6;
export const SLEEP_ENDED = 7;
export const JOIN_BEGAN = 8;
export const JOIN_ENDED = 9;
export const PARK_BEGAN = 10;
export const PARK_ENDED = 11;
export const UNPARKED = 12;
export const MONITOR_ENTER_BEGAN = 16;
export const MONITOR_ENTERED = 17;
export const MONITOR_EXITED = 18;
export const MONITOR_WAIT_BEGAN = 19;
export const MONITOR_WAIT_ENDED = 20;
export const MONITOR_NOTIFIED = 21;
export const TASK_SUBMITTED = 24;
export const TASK_BEGAN = 25;
export const TASK_ENDED = 26;
export const MOUNTED = 27;
export const UNMOUNTED = 28;
export const PINNED_BEGAN = 29;
export const PINNED_ENDED = 30;
export const LOCK_BEGAN = 32;
export const LOCK_ACQUIRED = 33;
export const LOCK_FAILED = 34;
export const LOCK_RELEASED = 35;
export const CALL_BEGAN = 40;
export const CALL_ENDED = 41;
export const CALL_THREW = 42;
export const CALL_MADE = 43;
export const OUTPUT_WRITTEN = 48;
export const FIELD_READ = 50;
export const FIELD_WRITTEN = 51;
export const ARRAY_READ = 52;
export const ARRAY_WRITTEN = 53;
export const ATOMIC_USED = 54;
export const CLASS_USE_BEGAN = 56;
export const CLASS_USE_ENDED = 57;
export const CLASS_INIT_BEGAN = 58;
export const CLASS_INIT_ENDED = 59;
export const PREEMPTED = 60;

/** Whether a record of this kind is an access to memory. @param {number} kind @returns {boolean} */
export function isAccess(kind) {
  return kind >= FIELD_READ && kind <= ATOMIC_USED;
}

export const ROLE_LOCK = 0;
export const ROLE_TRY_LOCK = 1;
export const ROLE_UNLOCK = 2;
export const ROLE_NEW_CONDITION = 3;
export const ROLE_CONDITION_WAIT = 4;
export const ROLE_WAKE = 5;
export const ROLE_WAIT = 6;
export const ROLE_IDLE = 7;
export const ROLE_LOCK_SHARED = 8;
export const ROLE_TRY_LOCK_SHARED = 9;
export const ROLE_UNLOCK_SHARED = 10;
export const ROLE_ACQUIRE = 11;
export const ROLE_TRY_ACQUIRE = 12;
export const ROLE_RELEASE = 13;
export const ROLE_TRY = 14;
export const ROLE_NOTE = 15;

const LOCK_KINDS = [
  MONITOR_ENTERED,
  MONITOR_WAIT_BEGAN,
  MONITOR_WAIT_ENDED,
  MONITOR_NOTIFIED,
  LOCK_BEGAN,
  LOCK_ACQUIRED,
  LOCK_FAILED,
  LOCK_RELEASED,
];

/** Roles of calls that take, give back or wait for what others may hold. */
const LOCK_ROLES = [ROLE_CONDITION_WAIT, ROLE_ACQUIRE, ROLE_TRY_ACQUIRE, ROLE_RELEASE];

/**
 * Whether a record is about a lock or a monitor. Leaving a monitor is not: it is a part of the step before.
 * @param {number} kind
 * @param {number} role of its operation
 * @returns {boolean}
 */
export function isOfLock(kind, role) {
  if (kind >= CALL_BEGAN && kind <= CALL_MADE) return LOCK_ROLES.includes(role);
  return LOCK_KINDS.includes(kind);
}
