package dev.interleave.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Does what it is told, one line on descriptor 4 each, and answers with a line on descriptor 3:
/// what came of it, or the exception. It has native access: whoever holds it must do so without the
/// JVM's help.
final class InmateMain {
    private static final int CHUNK = 16 << 20;

    private InmateMain() {}

    public static void main(String[] arguments) throws Exception {
        try (BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        new FileInputStream(descriptor(4)),
                                        StandardCharsets.UTF_8));
                PrintStream out =
                        new PrintStream(
                                new FileOutputStream(descriptor(3)),
                                true,
                                StandardCharsets.UTF_8)) {
            out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(line.split(" ", -1)).replace('\n', ' '));
            }
        }
    }

    private static String answer(String[] words) {
        try {
            return obey(words);
        } catch (Throwable e) {
            return e.toString();
        }
    }

    private static String obey(String[] words) throws Throwable {
        return switch (words[0]) {
            case "echo" -> words[1];
            case "environment" -> System.getenv().keySet().stream().sorted().toList().toString();
            case "pid" -> String.valueOf(ProcessHandle.current().pid());
            case "read" -> Files.readString(Path.of(words[1]));
            case "list" -> list(Path.of(words[1]));
            case "write" -> Files.writeString(Path.of(words[1]), "x").toString();
            case "connect" -> connect(Integer.parseInt(words[1]));
            case "start" -> new ProcessBuilder(words[1]).start().info().toString();
            case "threads" -> String.valueOf(startThreads(Integer.parseInt(words[1])));
            case "native" -> String.valueOf(allocate(Long.parseLong(words[1])));
            case "spin" -> spin();
            case "shout" -> shout();
            case "exec" -> String.valueOf(exec(words[1]));
            case "syscall" -> String.valueOf(syscall(words));
            case "open" -> String.valueOf(open(words[1]));
            case "random" -> String.valueOf(new SecureRandom().nextInt() | 1);
            case "exit" -> exit(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static String list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::toString).sorted().toList().toString();
        }
    }

    private static String connect(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return "connected to " + socket.getPort();
        }
    }

    private static int startThreads(int wanted) {
        CountDownLatch end = new CountDownLatch(1);
        int started = 0;
        try {
            while (started < wanted) {
                Thread.ofPlatform().daemon().start(() -> hold(end));
                started++;
            }
        } catch (OutOfMemoryError _) {
            // What it came to is the answer.
        } finally {
            end.countDown();
        }
        return started;
    }

    private static void hold(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long allocate(long wanted) {
        long bytes = 0;
        try (Arena arena = Arena.ofConfined()) {
            while (bytes < wanted) {
                bytes += arena.allocate(CHUNK).byteSize();
            }
        } catch (OutOfMemoryError _) {
            // What it came to is the answer.
        }
        return bytes;
    }

    private static String spin() {
        Thread.ofPlatform().daemon().start(InmateMain::forever);
        forever();
        return "never";
    }

    private static void forever() {
        long n = 0;
        while (n >= 0) {
            n = (n + 1) & Long.MAX_VALUE;
        }
    }

    private static String shout() throws IOException {
        System.out.println("noise on standard output");
        System.err.println("noise on standard error");
        try (FileOutputStream raw = new FileOutputStream(FileDescriptor.out)) {
            raw.write("raw noise\n".getBytes(StandardCharsets.UTF_8));
        }
        return "shouted";
    }

    private static String exit(int status) {
        System.exit(status);
        return "never";
    }

    /// Opens a file for writing with `open`, past every check of the JDK's.
    private static int open(String path) throws Throwable {
        MethodHandle open =
                libc("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 2);
        try (Arena arena = Arena.ofConfined()) {
            int createAndWrite = 0x41;
            return (int) open.invokeExact(arena.allocateFrom(path), createAndWrite, 0644);
        }
    }

    private static int exec(String path) throws Throwable {
        MethodHandle execv = libc("execv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS), 2);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(ADDRESS, 2);
            arguments.setAtIndex(ADDRESS, 0, arena.allocateFrom(path));
            return (int) execv.invokeExact(arena.allocateFrom(path), arguments);
        }
    }

    private static long syscall(String[] words) throws Throwable {
        FunctionDescriptor fourNumbers =
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
        return (long)
                libc("syscall", fourNumbers, 1)
                        .invokeExact(
                                Long.parseLong(words[1]),
                                Long.parseLong(words[2]),
                                Long.parseLong(words[3]),
                                Long.parseLong(words[4]));
    }

    @SuppressWarnings("restricted") // An attacker would not ask.
    private static MethodHandle libc(String name, FunctionDescriptor type, int fixedArguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                type,
                Linker.Option.firstVariadicArg(fixedArguments));
    }

    private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
        Constructor<FileDescriptor> constructor =
                FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return constructor.newInstance(number);
    }
}
