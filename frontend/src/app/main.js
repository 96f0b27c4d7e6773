/** @import { Mode } from '../model/run-state.js' */
import { formatCount } from '../base/units.js';
import { fieldsOfHash } from '../model/control-options.js';
import { instantPhrase } from '../model/instant-sentences.js';
import { groupSentence } from '../model/lane-groups.js';
import { hashOf } from '../model/link.js';
import { laneName, sliceSentence } from '../model/sentences.js';
import { lastSlice, lineOf, siteAt } from '../model/slices.js';
import { showBanners } from './banners.js';
import { ControlBar } from './control-bar.js';
import { byId } from './dom.js';
import { Drawer } from './drawer.js';
import { Editor } from './editor.js';
import { LanesHint } from './lanes-hint.js';
import { FindingsPanel } from './findings-panel.js';
import { FIRST_SOURCE } from './first-source.js';
import { FrameLoop } from './frame-loop.js';
import { installKeys } from './keyboard.js';
import { fillKeys } from './keys-help.js';
import { PageLayout } from './layout.js';
import { Legend } from './legend.js';
import { LessonChoice } from './lesson-choice.js';
import { LinkedProgram } from './linked-program.js';
import { MemorySwitch } from './memory-switch.js';
import { OutputPanel } from './output-panel.js';
import { installPageApi } from './page-api.js';
import { ProblemsPanel } from './problems-panel.js';
import { RunController } from './run-controller.js';
import { socketUrl } from './run-socket.js';
import { SearchBox } from './search-box.js';
import { SearchPanel } from './search-panel.js';
import { StateLine } from './state-line.js';
import { StepMode } from './step-mode.js';
import { remember, remembered } from './storage.js';
import { Tabs } from './tabs.js';
import { Theme } from './theme.js';
import { goToLane, goToLine, linesAt, selectedNanos } from './timeline-moves.js';
import { installPointer } from './timeline-pointer.js';
import { Timeline } from './timeline.js';
import { Tooltip } from './tooltip.js';
import { TwinPanel } from './twin-panel.js';

const SAVE_MILLIS = 400;

/* What is seen, leaves first. */

const loop = new FrameLoop();
const runButton = byId('run', HTMLButtonElement);
const exploreButton = byId('explore', HTMLButtonElement);
const stepButton = byId('step-button', HTMLButtonElement);
const stopButton = byId('stop', HTMLButtonElement);
const followButton = byId('follow', HTMLButtonElement);
const keysDialog = byId('keys', HTMLDialogElement);
const stateLine = new StateLine(byId('state', HTMLElement));
const isFirstVisit = remembered('source') === null;
const editor = new Editor(
  byId('editor', HTMLElement),
  remembered('source') ?? FIRST_SOURCE,
  saveSoon,
  showLine,
);
const theme = new Theme(byId('theme', HTMLButtonElement), paintTheme);
const timeline = new Timeline(
  {
    view: byId('lanes-view', HTMLElement),
    scroll: byId('lanes-scroll', HTMLElement),
    spacer: byId('lanes-spacer', HTMLElement),
    canvas: byId('lanes-canvas', HTMLCanvasElement),
    overlay: byId('lanes-overlay', HTMLCanvasElement),
  },
  loop,
  { selected: showSelection, following: showFollowing },
  theme.palette,
);
const linked = new LinkedProgram(byId('linked', HTMLElement), editor);
const memorySwitch = new MemorySwitch(byId('memory', HTMLInputElement));
const legend = new Legend(byId('legend', HTMLElement));
const hint = new LanesHint(byId('lanes-empty', HTMLElement));
const tooltip = new Tooltip(byId('tooltip', HTMLElement), timeline);
const drawer = new Drawer(byId('drawer', HTMLElement), timeline, goToSource);
const search = new SearchBox(byId('search', HTMLElement), timeline);
const output = new OutputPanel(byId('output', HTMLElement));
const lessons = new LessonChoice(
  byId('lesson-button', HTMLButtonElement),
  byId('lesson-menu', HTMLElement),
  byId('lesson', HTMLElement),
  editor,
);
const findings = new FindingsPanel(byId('findings', HTMLElement), {
  goToLine: goToSource,
  goToLane: goToLaneById,
  openLesson,
  lessonTitle: (name) => lessons.title(name),
});
const searched = new SearchPanel(byId('searched', HTMLElement), {
  replay: replaySchedule,
  link: linkTo,
  step: stepShown,
  findings: () => panelTabs.select('findings'),
});
const controlBar = new ControlBar(byId('control-bar', HTMLElement), byId('replay', HTMLButtonElement), {
  explore,
  replay,
  step: stepAsked,
});
const problems = new ProblemsPanel(byId('problems', HTMLElement), goToSource);
const twin = new TwinPanel(byId('twin', HTMLElement), timeline);
const layout = new PageLayout((now) => void editor.fitTo(now === 'narrow'));
const panelTabs = new Tabs(
  byId('panel-tabs', HTMLElement),
  [
    { id: 'output', title: 'Output', body: byId('output', HTMLElement) },
    { id: 'findings', title: 'Findings', body: byId('findings', HTMLElement) },
    { id: 'searched', title: 'Explore', body: byId('searched', HTMLElement) },
    { id: 'twin', title: 'Events', body: byId('twin', HTMLElement) },
  ],
  (body, isShown) => {
    body.hidden = !isShown;
  },
  (id) => twin.setShown(id === 'twin'),
);

/* What moves it. */

const controller = new RunController(socketUrl(), {
  run: showRun,
  begun: showNewRun,
  traced: () => loop.requestLive(),
  connection: showConnection,
});
const step = new StepMode(
  byId('step', HTMLElement),
  { controller, editor },
  { run: runToStep, fresh: freshToStep, changed: showStep },
);
let hasRun = false;
let saving = 0;
/** The seed of the last run that had one. */
let lastSeed = '0';

loop.add(() => {
  if (!controller.isActive) return;
  stateLine.tick(controller.elapsedMillis());
  controller.trace.extendTo(controller.elapsedMillis() * 1e6);
  loop.requestLive();
});
loop.add(() => timeline.paint());
loop.add(() =>
  output.update(controller.trace, controller.state.id !== null, controller.state.isOutputTruncated),
);
loop.add(() => {
  twin.update();
  hint.show(controller.state, controller.trace, hasRun);
  showCount();
  legend.show(timeline.trace, theme.palette);
});

runButton.addEventListener('click', run);
exploreButton.addEventListener('click', explore);
stepButton.addEventListener('click', toggleStep);
stopButton.addEventListener('click', stop);
byId('fit', HTMLButtonElement).addEventListener('click', () => timeline.fit());
byId('zoom-in', HTMLButtonElement).addEventListener('click', () => timeline.zoom(1.6));
byId('zoom-out', HTMLButtonElement).addEventListener('click', () => timeline.zoom(1 / 1.6));
byId('keys-button', HTMLButtonElement).addEventListener('click', () => keysDialog.showModal());
followButton.addEventListener('click', () => timeline.setFollowing(!timeline.isFollowing));
if (/mac|iphone|ipad/i.test(navigator.userAgent)) byId('run-key', HTMLElement).textContent = '⌘ Enter';
fillKeys(keysDialog);
installPointer(timeline, {
  hovered: (hit, x, y) => tooltip.show(hit, x, y),
  headerClicked: (lane) => step.moveLane(lane.id),
});
installKeys(timeline, {
  run,
  explore,
  replay: () => controlBar.open(),
  step: toggleStep,
  stepKey: (event) => step.key(event),
  stop,
  search: () => search.open(),
  lessons: () => lessons.menu.open(),
  help: () => keysDialog.showModal(),
});
addEventListener('pagehide', save);

const ready = Promise.all([lessons.load(isFirstVisit, location.hash !== ''), showLinked()]).then(() => {});
installPageApi({ controller, editor, loop, timeline, ready, run, explore, replay: replaySchedule, step });
panelTabs.select('output');
theme.apply();
layout.apply();
showConnection();
showRun();
controller.socket.connect();
loop.request();

function run() {
  begin('live', memorySwitch.isOn ? { memory: true } : {});
}

function explore() {
  begin('explore', controlBar.request('explore'));
}

function replay() {
  begin('controlled', controlBar.request('controlled'));
}

/** Under the seed of the run that gave it. @param {string} schedule */
function replaySchedule(schedule) {
  controlBar.fill({ schedule, seed: lastSeed });
  replay();
}

/** Steps through the run that is shown. */
function stepShown() {
  layout.turnTo('lanes');
  step.enter();
}

function toggleStep() {
  if (step.isOn) step.leave();
  else stepShown();
}

/** Steps through what the fields ask for. */
function stepAsked() {
  step.leave();
  step.enterAnew();
}

/** @param {Record<string, unknown>} options */
function runToStep(options) {
  begin('controlled', options);
}

/** The schedule in the fields, where they are open, or the one in which nobody is interrupted. @returns {Record<string, unknown> | null} */
function freshToStep() {
  const asked = controlBar.isOpen ? controlBar.request('controlled') : { mode: 'controlled' };
  return asked === null || asked.schedule !== undefined ? asked : { ...asked, strategy: 'none' };
}

/** @param {number | null} nanos what comes from there on has not happened yet @param {boolean} isEnd @param {number[]} ready lanes that can move */
function showStep(nanos, isEnd, ready) {
  timeline.setStep(nanos, isEnd, ready);
  output.setStep(isEnd ? null : nanos);
  stepButton.setAttribute('aria-pressed', String(step.isOn));
  showSelection();
}

/** @param {Mode} mode @param {Record<string, unknown> | null} options null where there is something wrong with them */
function begin(mode, options) {
  if (controller.isActive || options === null) return;
  save();
  hasRun = true;
  if (typeof options.seed === 'number') lastSeed = String(options.seed);
  controller.run(editor.text(), mode, options);
  layout.turnTo(mode === 'explore' ? 'panel' : 'lanes');
  loop.request();
}

/** Opens the program of a link, and replays its schedule. */
async function showLinked() {
  const hasProgram = await linked.open(location.hash);
  const fields = fieldsOfHash(location.hash);
  if (fields === null) return;
  controlBar.fill(fields);
  if (hasProgram) replay();
  else controlBar.open();
}

/** A link to a schedule of what ran last. @param {string} schedule */
async function linkTo(schedule) {
  return new URL(await hashOf(controller.source, lastSeed, schedule), location.href).href;
}

function stop() {
  controller.stop();
}

function showNewRun() {
  timeline.show(controller.trace);
  step.runBegan();
  if (!step.isOn) panelTabs.select(controller.state.mode === 'explore' ? 'searched' : 'output');
  editor.showCursor(0, []);
}

function showRun() {
  const { state } = controller;
  stateLine.show(state);
  runButton.disabled = controller.isActive;
  exploreButton.disabled = controller.isActive;
  stepButton.disabled = controller.isActive;
  controlBar.setEnabled(!controller.isActive);
  stopButton.disabled = !controller.isActive;
  followButton.hidden = !controller.isActive;
  editor.mark(state.diagnostics);
  problems.show(state.diagnostics);
  findings.show(state.findings, controller.trace, state.phase === 'ended' && state.outcome !== null);
  searched.show(state, controller.trace.momentList.early);
  panelTabs.badge('findings', state.findings.length);
  if (state.phase === 'ended') {
    timeline.tellEnds(new Map(state.lanes.map((lane) => [lane.id, lane.endState])));
    if (state.findings.length > 0 && state.mode !== 'explore' && !step.isOn) panelTabs.select('findings');
    if (state.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) layout.turnTo('code');
    step.runEnded();
  }
  loop.request();
}

function showConnection() {
  showBanners(byId('banners', HTMLElement), byId('sandbox', HTMLElement), controller, () =>
    controller.socket.retry(),
  );
}

function showFollowing() {
  followButton.setAttribute('aria-pressed', String(timeline.isFollowing));
}

function showCount() {
  const count = controller.trace.eventCount;
  byId('event-count', HTMLElement).textContent = count === 0 ? '' : `${formatCount(count)} events`;
}

function showSelection() {
  drawer.show();
  twin.selected();
  const { selection, trace } = timeline;
  const said = byId('lanes-said', HTMLElement);
  if (selection === null || selection.kind === 'range' || selection.kind === 'group') {
    showLines(selection?.kind === 'group' ? selection.group.line : 0);
    said.textContent = selection?.kind === 'group' ? groupSentence(selection.group) : '';
    return;
  }
  const isSlice = selection.kind === 'slice';
  const lane = isSlice ? selection.slice.lane : selection.lane;
  const nanos = selectedNanos(timeline);
  const site = isSlice ? siteAt(trace, selection.slice, nanos) : trace.instants.site[selection.row];
  showLines(lineOf(trace, site), nanos);
  const words = isSlice ? sliceSentence(trace, selection.slice) : instantPhrase(trace, selection.row);
  said.textContent = `${laneName(lane)}, ${words}`;
}

/** Marks a line, and where the threads are at a moment, or at the step that comes. @param {number} line @param {number} [nanos] */
function showLines(line, nanos) {
  if (step.isOn) editor.showCursor(line || step.line, step.notes());
  else editor.showCursor(line, nanos === undefined ? [] : linesAt(timeline, nanos, laneName));
}

/** @param {boolean} isDark */
function paintTheme(isDark) {
  editor.setDark(isDark);
  timeline.setPalette(theme.palette);
  hint.setPalette(theme.palette);
  drawer.show();
  loop.request();
}

/** @param {number} line @param {number} [column] */
function goToSource(line, column = 1) {
  layout.turnTo('code');
  editor.goTo(line, column);
}

/** @param {number} id */
function goToLaneById(id) {
  const lane = controller.trace.lanes.get(id);
  layout.turnTo('lanes');
  if (lane === undefined) return;
  // What a finding is about is most often what never ended.
  const last = lastSlice(controller.trace, lane);
  if (last !== null && last.endNanos === null) timeline.select({ kind: 'slice', slice: last }, true);
  else goToLane(timeline, lane);
}

/** @param {string} name */
function openLesson(name) {
  layout.turnTo('code');
  lessons.show(name);
}

/** @param {number} line */
function showLine(line) {
  goToLine(timeline, line);
}

function saveSoon() {
  clearTimeout(saving);
  saving = setTimeout(save, SAVE_MILLIS);
}

function save() {
  remember('source', editor.text());
}
