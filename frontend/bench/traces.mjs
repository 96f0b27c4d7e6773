/* Large traces for measuring, the same every time. */

const RECORD_WORDS = 8;

/**
 * Events frames of a contended loop over one monitor: about `count` records on `lanes` lanes, in batches by lane.
 * @param {number} count
 * @param {number} lanes
 * @returns {ArrayBuffer[]}
 */
export function contendedLoop(count, lanes) {
    let seed = 1;
    const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
    /** @type {number[][]} */
    let batch = Array.from({ length: lanes }, () => []);
    const buffers = [];
    const last = new Float64Array(lanes);
    let nanos = 1e4;
    let written = 0;
    const put = (lane, at, kind, object, argument = 0) => {
        batch[lane].push(Math.round(at), kind, object, Math.round(argument));
        written++;
    };
    for (let lane = 0; lane < lanes; lane++) put(lane, lane * 100, 2, 0);
    for (let round = 1; written < count; round++) {
        const lane = Math.floor(random() * lanes);
        const began = Math.max(last[lane] + 100, nanos - 3_000 * random());
        const entered = Math.max(nanos, began + 40);
        nanos = entered + 200 + 1_200 * random();
        put(lane, began, 16, 1);
        put(lane, entered, 17, 1);
        put(lane, nanos, 18, 1);
        last[lane] = nanos + 20;
        if (random() < 0.2) put(lane, (last[lane] += 20), 48, 0);
        if (random() < 0.001) {
            const length = random() * 1e6;
            put(lane, last[lane] + 20, 6, 0, length);
            put(lane, (last[lane] += 20 + length), 7, 0);
        }
        nanos += 30;
        if (round % 8_000 === 0 || written >= count) {
            for (let i = 0; i < lanes; i++) buffers.push(eventsFrame(i + 1, batch[i]));
            batch = Array.from({ length: lanes }, () => []);
        }
    }
    return buffers;
}

/**
 * Events frames of threads that read and write eight fields and a thousand elements of an array, in batches by lane.
 * @param {number} count
 * @param {number} lanes
 * @returns {ArrayBuffer[]}
 */
export function accesses(count, lanes) {
    let seed = 1;
    const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
    const last = new Float64Array(lanes);
    const buffers = [];
    for (let written = 0; written < count;) {
        const lane = Math.floor(random() * lanes);
        const fields = [];
        const batch = Math.min(4_000, count - written);
        for (let i = 0; i < batch; i++) {
            last[lane] += 50 + Math.floor(100 * random());
            const isWrite = random() < 0.3 ? 1 : 0;
            const isElement = random() < 0.5;
            const [kind, object] = isElement ? [52, 2] : [50, 1];
            const place = isElement ? Math.floor(random() * 1_000) : 1 + Math.floor(random() * 8);
            fields.push(last[lane], kind + isWrite + place * 65536, object, i);
        }
        written += batch;
        buffers.push(eventsFrame(lane + 1, fields));
    }
    return buffers;
}

/** @param {number} lane @param {number[]} fields four a record */
function eventsFrame(lane, fields) {
    const count = fields.length / 4;
    const words = new Uint32Array(2 + count * RECORD_WORDS);
    words[0] = count * 32;
    words[1] = 5;
    for (let i = 0; i < count; i++) {
        const at = 2 + i * RECORD_WORDS;
        const [nanos, kind, object, argument] = fields.slice(i * 4, i * 4 + 4);
        words[at] = nanos % 2 ** 32;
        words[at + 1] = Math.floor(nanos / 2 ** 32);
        words[at + 2] = kind;
        words[at + 3] = lane;
        words[at + 4] = object;
        words[at + 5] = 1;
        words[at + 6] = argument;
    }
    return words.buffer;
}
