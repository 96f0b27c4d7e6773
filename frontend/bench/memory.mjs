/*
 * A million accesses to memory: how long they take into the model, to ask who saw what, and to paint:
 *
 *     node bench/memory.mjs [records]
 */
import { accessFlows } from '../src/model/access-flows.js';
import { GroupDensities } from '../src/model/group-densities.js';
import { LaneRows } from '../src/model/lane-rows.js';
import { TimeScale } from '../src/base/time-scale.js';
import { sharedValues } from '../src/model/shared-values.js';
import { readFrames } from '../src/model/trace-reader.js';
import { Trace } from '../src/model/trace.js';
import { paintFrame } from '../src/view/frame.js';
import { shapeFor } from '../src/view/geometry.js';
import { LIGHT } from '../src/view/palette.js';
import { Paints } from '../src/view/paints.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { accesses } from './traces.mjs';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const LANES = 30;
const WIDTH = 1200;
const HEIGHT = 1400;
const FRAMES = 120;

const buffers = accesses(RECORDS, LANES);
const before = memory();
const trace = new Trace();
report(`${RECORDS} records in`, () => {
    for (const buffer of buffers) readFrames(buffer, trace);
    trace.finish(0);
});
console.log(`${((memory() - before) / 1e6).toFixed(0)} MB kept`);
report('the first question', () => accessFlows(trace, 1_000));
const { rows: all } = trace.memory;
report('1,000 questions who saw what', () => {
    for (let i = 0; i < 1_000; i++) accessFlows(trace, all.at(Math.floor((i * all.length) / 1_000)));
});
report('values at 100 moments', () => {
    for (let i = 0; i < 100; i++) sharedValues(trace, (trace.endNanos * i) / 100);
});

const rows = new LaneRows(trace);
rows.update();
const densities = new GroupDensities(trace);
const surface = new PixelSurface(WIDTH, HEIGHT);
const paints = new Paints(LIGHT, 1);
for (const share of [1, 0.1, 0.01, 0.001, 0.0001]) {
    const span = trace.endNanos * share;
    const frames = [];
    for (let i = 0; i < FRAMES; i++) {
        const start = (trace.endNanos - span) * 0.3 + (span * 8 * i) / WIDTH;
        const began = process.cpuUsage();
        paintFrame(surface, {
            trace,
            rows,
            densities,
            scale: new TimeScale(start, span, WIDTH - 170),
            scrollPx: 0,
            widthPx: WIDTH,
            heightPx: HEIGHT,
            headerPx: 170,
            shape: shapeFor(HEIGHT, LANES, 0, true),
            paints,
        });
        frames.push(cpuMillis(began));
    }
    frames.sort((a, b) => a - b);
    console.log(
        `${LANES} lanes, panning ${(share * 100).toFixed(2)} % of the trace: ` +
            `${frames[FRAMES / 2].toFixed(2)} ms of CPU a frame, median; ${frames[FRAMES - 1].toFixed(2)} the longest`,
    );
}

/** @param {string} what @param {() => void} work */
function report(what, work) {
    const began = process.cpuUsage();
    work();
    console.log(`${what}: ${cpuMillis(began).toFixed(1)} ms of CPU`);
}

/** @param {NodeJS.CpuUsage} since @returns {number} */
function cpuMillis(since) {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
}

/** @returns {number} bytes in use */
function memory() {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
}
