package dev.interleave.sandbox;

/// Starts confined JVMs, all behind the same kind of wall. Safe for use by several threads.
///
/// A process lives no longer than the sandbox, nor than this JVM, however that ends.
public interface Sandbox extends AutoCloseable {
    /// How strong its wall is.
    SandboxLevel level();

    /// Starts a JVM; returns as soon as there is a process, before there is a JVM in it.
    ConfinedProcess start(ConfinedJvm jvm);

    /// Ends all processes and removes the files made for them. Closing again does nothing.
    @Override
    void close();
}
