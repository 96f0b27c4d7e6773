package dev.interleave.sandbox;

import java.util.ArrayList;
import java.util.List;

/// Turns a kind of JVM into the command line that starts it confined. The command finds its pipes
/// where [ProcessSandbox] put them.
interface Wall {
    SandboxLevel level();

    /// The whole command, absolute program first.
    List<String> command(ConfinedJvm jvm);

    /// How many processes stand between the one we start and the JVM.
    int generationsToJava();

    /// Flags every confined JVM gets, before its own: nothing that needs a writable place, nothing
    /// that lets another process in, crash reports as text.
    List<String> JVM_FLAGS =
            List.of(
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-EnableDynamicAgentLoading",
                    "-XX:-UseContainerSupport",
                    "-XX:-MaxFDLimit",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:+ErrorFileToStderr",
                    "-XX:+DisplayVMOutputToStderr",
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-Djava.io.tmpdir=/",
                    "-Duser.name=user",
                    "-Duser.home=/",
                    "-Duser.dir=/");

    /// The JVM's own part of a command, with everything at its place inside the wall.
    static List<String> javaCommand(ConfinedJvm jvm, String homeInside, List<String> classPath) {
        List<String> command = new ArrayList<>();
        command.add(homeInside + "/bin/java");
        command.addAll(JVM_FLAGS);
        for (String flag : jvm.flags()) {
            command.add(flag.replace(ConfinedJvm.HOME, homeInside));
        }
        command.add("-cp");
        command.add(String.join(":", classPath));
        command.add(jvm.mainClass());
        return command;
    }

    /// The environment of the JVM, as `name=value`: two settings of ours, nothing of the server's.
    static List<String> environment(String libraryPath) {
        return List.of("LD_LIBRARY_PATH=" + libraryPath, "MALLOC_ARENA_MAX=2");
    }
}
