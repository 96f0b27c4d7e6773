package dev.interleave.sandbox;

import java.util.ArrayList;
import java.util.List;

/// No wall: the pipes and the limits of a confined process without its confinement, for an operator
/// who asked for that in so many words. The process stays who the server is, and ends with it where
/// there is `setpriv`.
final class PlainWall implements Wall {
    private final Programs programs;

    PlainWall(Programs programs) {
        this.programs = programs;
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.NONE;
    }

    @Override
    public int generationsToJava() {
        return 0;
    }

    @Override
    public List<String> command(ConfinedJvm jvm) {
        List<String> command = new ArrayList<>(ChildPipes.moved(programs));
        programs.find("setpriv")
                .map(setpriv -> List.of(setpriv.toString(), "--pdeathsig", "KILL", "--"))
                .ifPresent(command::addAll);
        if (programs.find("prlimit").isPresent()) {
            command.addAll(Limits.niceAndLimits(programs, jvm.limits()));
        }
        command.addAll(
                Wall.javaCommand(
                        jvm,
                        jvm.javaHome().toString(),
                        jvm.classPath().stream()
                                .map(entry -> entry.toAbsolutePath().toString())
                                .toList()));
        return command;
    }
}
