/** What the page itself puts on the window, and what Monaco's loader does. */
interface Window {
    /** Resolves when no run is active, all that arrived is in the model, and the last paint is done. */
    whenIdle: () => Promise<void>;
    interleave: {
        snapshot(): unknown;
        source(): string;
        setSource(text: string): void;
        run(): void;
        explore(): void;
        /** Runs one schedule, as its text; an empty one leaves it to the seed. */
        replay(schedule: string): void;
        /** Steps through the run that is shown, or a new one. */
        step(): void;
        stop(): void;
        eventCount(): number;
        /** Main-thread milliseconds of recent timeline frames. */
        frameMillis(): number[];
    };
    require: MonacoLoader;
    monaco: MonacoApi;
    MonacoEnvironment: { getWorker(): Worker };
}

interface MonacoLoader {
    (modules: string[], loaded: (...modules: unknown[]) => void, failed: (problem: unknown) => void): void;
    config(options: { paths: Record<string, string> }): void;
}

interface MonacoRange {
    startLineNumber: number;
    startColumn: number;
    endLineNumber: number;
    endColumn: number;
}

/** The part of Monaco's interface the page uses. */
interface MonacoApi {
    editor: {
        create(element: HTMLElement, options: object): MonacoEditor;
        setTheme(name: string): void;
        defineTheme(name: string, theme: object): void;
        setModelMarkers(
            model: MonacoModel,
            owner: string,
            markers: (MonacoRange & { message: string; severity: number })[],
        ): void;
    };
}

interface MonacoEditor {
    getModel(): MonacoModel;
    getValue(): string;
    setValue(text: string): void;
    focus(): void;
    layout(): void;
    dispose(): void;
    hasTextFocus(): boolean;
    getPosition(): { lineNumber: number; column: number } | null;
    setPosition(position: { lineNumber: number; column: number }): void;
    revealLineInCenterIfOutsideViewport(line: number): void;
    onDidChangeModelContent(changed: () => void): void;
    onMouseDown(
        pressed: (event: { target: { type: number; position: { lineNumber: number } | null } }) => void,
    ): void;
    createDecorationsCollection(decorations: object[]): { set(decorations: object[]): void };
}

interface MonacoModel {
    getLineCount(): number;
    getLineMaxColumn(line: number): number;
}
