/** A list of numbers that grows. */
export class NumberList {
  data = new Float64Array(0);
  length = 0;

  /** @param {number} value */
  push(value) {
    if (this.length === this.data.length) {
      const wider = new Float64Array(Math.max(16, this.length * 2));
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.length++] = value;
  }

  /** The elements, without a copy. @returns {Float64Array} */
  view() {
    return this.data.subarray(0, this.length);
  }
}

/**
 * The first index in `[from, to)` whose number is greater than `bound`, else `to`. The numbers ascend. Searches outwards
 * from `from`.
 * @param {Float64Array} numbers
 * @param {number} from
 * @param {number} to
 * @param {number} bound
 * @returns {number}
 */
export function firstNumberAbove(numbers, from, to, bound) {
  let low = from;
  let step = 1;
  while (low + step <= to && numbers[low + step - 1] <= bound) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
