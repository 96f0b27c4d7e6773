/* A crowd of virtual threads, the same every time. */
import * as frames from '../test/fixtures/frames.js';

const BATCH = 2_000;

/**
 * `count` virtual threads that main starts at line 7: each gets on a carrier, runs, parks or sleeps, and ends. About five
 * events each, in batches as the server sends them.
 * @param {number} count
 * @returns {ArrayBuffer[]}
 */
export function crowdOfThreads(count) {
    let seed = 7;
    const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
    const head = [frames.sites([{ line: 7 }, { line: 9 }]), frames.operations(frames.OPERATIONS)];
    head.push(frames.laneNamed(1, 'main'));
    for (let i = 0; i < 2; i++)
        head.push(frames.laneNamed(2 + i, `ForkJoinPool-1-worker-${i + 1}`, { kind: 2 }));
    head.push(frames.events([{ nanos: 0, kind: 2, lane: 1 }]));
    const buffers = [buffer(head)];
    let nanos = 1_000;
    for (let from = 0; from < count; from += BATCH) {
        const names = [];
        const events = [];
        for (let i = from; i < Math.min(count, from + BATCH); i++) {
            const lane = 4 + i;
            names.push(frames.laneNamed(lane, `virtual-${i}`, { kind: 1, parent: 1 }));
            nanos += 2_000 + Math.floor(random() * 2_000);
            const began = nanos + 5_000;
            const carrier = 2 + (i % 2);
            const put = (at, kind, argument = 0) =>
                events.push({ nanos: Math.floor(at), kind, lane, argument, site: 2 });
            events.push({ nanos, kind: 1, lane: 1, site: 1, argument: lane });
            if (i % 2 === 0) put(began, 27, carrier);
            put(began, 2);
            const length = 1e6 + random() * 2e7;
            if (i % 2 === 1) {
                put(began + 1_000, 6, 1e6);
                put(began + 1_000 + length, 7);
            }
            put(began + 2_000 + length * (i % 2), 3);
            if (i % 2 === 0) put(began + 2_500, 28, carrier);
        }
        buffers.push(buffer([...names, frames.events(events.sort((a, b) => a.nanos - b.nanos))]));
    }
    return buffers;
}

/** @param {Uint8Array[]} parts @returns {ArrayBuffer} */
function buffer(parts) {
    return frames.joined(...parts).buffer;
}
