package dev.interleave.probe;

import jdk.internal.access.SharedSecrets;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/// The runner's two pipes to the server, by number: standard output stays free for what the JVM
/// itself has to say.
public final class Pipes {
    private static final int TO_SERVER = 3;
    private static final int FROM_SERVER = 4;

    private Pipes() {}

    /// What the server says.
    public static InputStream fromServer() {
        return new FileInputStream(descriptor(FROM_SERVER));
    }

    /// What the server hears.
    public static OutputStream toServer() {
        return new FileOutputStream(descriptor(TO_SERVER));
    }

    private static FileDescriptor descriptor(int number) {
        var descriptor = new FileDescriptor();
        SharedSecrets.getJavaIOFileDescriptorAccess().set(descriptor, number);
        return descriptor;
    }
}
