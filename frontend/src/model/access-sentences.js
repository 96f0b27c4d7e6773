/** @import { Trace } from './trace.js' */
import { visibleName } from '../base/visible-text.js';
import * as kinds from './event-kinds.js';
import { sees } from './memory.js';
import { objectLabel } from './sentences.js';
import { STATIC, VOLATILE } from './trace-reader.js';
import { elementType, valueText } from './values.js';

/** An index that stands for itself and all above. */
const LAST_INDEX = 0xffff;

/** What an access is about: `counter.count`, `cells[3]`, `hits`. @param {Trace} trace @param {number} row @returns {string} */
export function variableName(trace, row) {
  const { instants } = trace;
  const object = instants.object[row];
  const operation = instants.operation[row];
  switch (instants.kind[row]) {
    case kinds.ARRAY_READ:
    case kinds.ARRAY_WRITTEN:
      return `${objectLabel(trace, object)}[${operation === LAST_INDEX ? `${LAST_INDEX} or more` : operation}]`;
    case kinds.ATOMIC_USED:
      return object > 0 ? objectLabel(trace, object) : 'an atomic';
    default:
      return fieldName(trace, operation, object);
  }
}

/** The object leads where its name is known, or where the field alone would not say which. @param {Trace} trace @param {number} variable @param {number} object @returns {string} */
export function fieldName(trace, variable, object) {
  const { memory } = trace;
  const label = memory.variableList[variable - 1]?.label;
  if (label === undefined) return `variable ${variable}`;
  const field = visibleName(label.slice(label.lastIndexOf('.') + 1));
  const isNamed = object > 0 && (trace.objects.get(object)?.name ?? '') !== '';
  if (isNamed || (object > 0 && memory.isOnSeveral(variable)))
    return `${objectLabel(trace, object)}.${field}`;
  return memory.isUnique(variable) ? field : visibleName(label);
}

/** The value that was read, written or returned. @param {Trace} trace @param {number} row @returns {string} */
export function accessValue(trace, row) {
  const { instants, memory } = trace;
  const kind = instants.kind[row];
  const isElement = kind === kinds.ARRAY_READ || kind === kinds.ARRAY_WRITTEN;
  const type = isElement
    ? elementType(trace.objects.get(instants.object[row])?.className ?? '')
    : (memory.variableList[instants.operation[row] - 1]?.type ?? 'J');
  return valueText(trace, type, instants.words[2 * row], instants.words[2 * row + 1]);
}

/** `writes counter.count = 7`, `AtomicInteger.incrementAndGet on hits → 8`. @param {Trace} trace @param {number} row @returns {string} */
export function accessPhrase(trace, row) {
  const { instants } = trace;
  const name = variableName(trace, row);
  const value = accessValue(trace, row);
  switch (instants.kind[row]) {
    case kinds.FIELD_READ:
    case kinds.ARRAY_READ:
      return `reads ${name} = ${value}`;
    case kinds.FIELD_WRITTEN:
    case kinds.ARRAY_WRITTEN:
      return `writes ${name} = ${value}`;
    default:
      return `${operationLabel(trace, row)} on ${name} ${sees(trace, row) ? '→' : '='} ${value}`;
  }
}

/** @param {Trace} trace @param {number} row ATOMIC_USED @returns {string} `AtomicInteger.incrementAndGet` */
export function operationLabel(trace, row) {
  return visibleName(
    trace.memory.variableList[trace.instants.operation[row] - 1]?.label ?? 'an atomic operation',
  );
}

/** What was declared: `Counter.count, volatile`; nothing for elements and atomics. @param {Trace} trace @param {number} row @returns {string} */
export function declaration(trace, row) {
  const kind = trace.instants.kind[row];
  if (kind !== kinds.FIELD_READ && kind !== kinds.FIELD_WRITTEN) return '';
  const variable = trace.memory.variableList[trace.instants.operation[row] - 1];
  if (variable === undefined) return '';
  const words = [
    visibleName(variable.label),
    (variable.flags & STATIC) !== 0 ? 'static' : '',
    (variable.flags & VOLATILE) !== 0 ? 'volatile' : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** Whether an access is of a volatile field. @param {Trace} trace @param {number} row @returns {boolean} */
export function isVolatile({ instants, memory }, row) {
  const kind = instants.kind[row];
  if (kind !== kinds.FIELD_READ && kind !== kinds.FIELD_WRITTEN) return false;
  return ((memory.variableList[instants.operation[row] - 1]?.flags ?? 0) & VOLATILE) !== 0;
}
