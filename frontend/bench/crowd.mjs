/*
 * A crowd: 100,000 virtual threads and about 500,000 events. How long the fold takes, in which pieces, how much memory it
 * keeps, and what a frame costs:
 *
 *     node --expose-gc bench/crowd.mjs [lanes]
 */
import { TimeScale } from '../src/base/time-scale.js';
import { GroupDensities } from '../src/model/group-densities.js';
import { LaneRows } from '../src/model/lane-rows.js';
import { readFrames } from '../src/model/trace-reader.js';
import { Trace } from '../src/model/trace.js';
import { paintFrame } from '../src/view/frame.js';
import { shapeFor } from '../src/view/geometry.js';
import { LIGHT } from '../src/view/palette.js';
import { Paints } from '../src/view/paints.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { crowdOfThreads } from './crowd-trace.mjs';

const LANES = Number(process.argv[2] ?? 100_000);
const WIDTH = 1200;
const HEIGHT = 600;
const FRAMES = 120;

const buffers = crowdOfThreads(LANES);
const heapBefore = memory();
const trace = new Trace();
const rows = new LaneRows(trace);
const densities = new GroupDensities(trace);

let longest = 0;
const cpu = process.cpuUsage();
for (const buffer of buffers) timed(() => readFrames(buffer, trace));
const afterRead = cpuMillis(cpu);
const longestRead = longest;
longest = 0;
timed(() => trace.finish(0));
const settle = longest;
longest = 0;
timed(() => rows.update());
const arrange = longest;
longest = 0;
while (timed(() => densities.step(rows.groups, 4_000)) !== 'nothing');
console.log(
    `${trace.laneOrder.length} lanes, ${trace.eventCount} events, ${buffers.length} batches: ` +
        `${afterRead.toFixed(0)} ms of CPU in (longest ${longestRead.toFixed(1)}), settled ${settle.toFixed(1)}, ` +
        `arranged ${arrange.toFixed(1)}, pictures in steps up to ${longest.toFixed(1)}; ` +
        `${cpuMillis(cpu).toFixed(0)} ms of CPU in all`,
);
console.log(`${((memory() - heapBefore) / 1e6).toFixed(0)} MB kept`);

const surface = new PixelSurface(WIDTH, HEIGHT);
const paints = new Paints(LIGHT, 1);
measure('folded');
for (const group of rows.groups) rows.toggle(group, true);
measure('unfolded');

/** @param {string} name */
function measure(name) {
    for (const share of [1, 0.1, 0.01, 0.001]) {
        const span = trace.endNanos * share;
        const before = process.cpuUsage();
        for (let i = 0; i < FRAMES; i++) {
            const start = (trace.endNanos - span) * (0.3 + 0.4 * (i / FRAMES));
            const shape = shapeFor(HEIGHT, rows.count, trace.taskLevels);
            paintFrame(surface, {
                trace,
                rows,
                densities,
                scale: new TimeScale(start, span, WIDTH - 170),
                scrollPx: Math.max(0, (rows.count * shape.height - HEIGHT) * (i / FRAMES)),
                widthPx: WIDTH,
                heightPx: HEIGHT,
                headerPx: 170,
                shape,
                paints,
            });
        }
        const millis = cpuMillis(before) / FRAMES;
        console.log(
            `${name}, ${(share * 100).toFixed(1)} % of the trace: ${millis.toFixed(2)} ms of CPU a frame`,
        );
    }
}

/**
 * @template T
 * @param {() => T} what
 * @returns {T}
 */
function timed(what) {
    const began = performance.now();
    const result = what();
    longest = Math.max(longest, performance.now() - began);
    return result;
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
