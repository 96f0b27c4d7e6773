/*
 * How fast a trace of a million records gets into the model, and how long painting it takes without a browser:
 *
 *     node bench/ingest.mjs [records]
 */
import { GroupDensities } from '../src/model/group-densities.js';
import { LaneRows } from '../src/model/lane-rows.js';
import { TimeScale } from '../src/base/time-scale.js';
import { readFrames } from '../src/model/trace-reader.js';
import { Trace } from '../src/model/trace.js';
import { paintFrame } from '../src/view/frame.js';
import { shapeFor } from '../src/view/geometry.js';
import { LIGHT } from '../src/view/palette.js';
import { Paints } from '../src/view/paints.js';
import { PixelSurface } from '../src/view/pixel-surface.js';
import { contendedLoop } from './traces.mjs';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const LANES = 30;
const WIDTH = 1200;
const HEIGHT = 1100;
const FRAMES = 120;

const buffers = contendedLoop(RECORDS, LANES);
let trace = new Trace();
for (let round = 0; round < 5; round++) {
    trace = new Trace();
    const cpu = process.cpuUsage();
    for (const buffer of buffers) readFrames(buffer, trace);
    const ingested = cpuMillis(cpu);
    trace.finish(0);
    const all = cpuMillis(cpu);
    const rate = trace.eventCount / ingested / 1000;
    console.log(
        `${trace.eventCount} records: ${ingested.toFixed(0)} ms of CPU in, ${(all - ingested).toFixed(0)} ms settled, ` +
            `${rate.toFixed(2)} M records/s in, ${trace.spans.length} spans`,
    );
}

const rows = new LaneRows(trace);
rows.update();
const densities = new GroupDensities(trace);
const surface = new PixelSurface(WIDTH, HEIGHT);
const paints = new Paints(LIGHT, 1);
for (const share of [1, 0.1, 0.01, 0.001, 0.0001]) {
    const span = trace.endNanos * share;
    const cpu = process.cpuUsage();
    for (let i = 0; i < FRAMES; i++) {
        const start = (trace.endNanos - span) * (0.3 + 0.4 * (i / FRAMES));
        paintFrame(surface, {
            trace,
            rows,
            densities,
            scale: new TimeScale(start, span, WIDTH - 170),
            scrollPx: 0,
            widthPx: WIDTH,
            heightPx: HEIGHT,
            headerPx: 170,
            shape: shapeFor(HEIGHT, LANES),
            paints,
        });
    }
    const { user, system } = process.cpuUsage(cpu);
    const millis = (user + system) / 1000 / FRAMES;
    console.log(
        `${LANES} lanes, ${(share * 100).toFixed(2)} % of the trace: ${millis.toFixed(2)} ms of CPU a frame`,
    );
}

/** @param {NodeJS.CpuUsage} since @returns {number} */
function cpuMillis(since) {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
}
