package dev.interleave.runner;

import dev.interleave.analysis.Names;
import dev.interleave.analysis.Surroundings;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Site;
import dev.interleave.model.trace.TraceFrames.ObjectNamed;
import dev.interleave.probe.ObjectTable;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/// What lanes, objects and sites are called, and what else is known of them. Confined to the
/// drain's thread.
final class ObjectLabels implements Names, Surroundings {
    private final Program program;
    private final LaneRegistry lanes;
    private final Map<Integer, ObjectNamed> objects = new HashMap<>();

    /// Of strings, boxed values and constants of enums: what they are.
    private final Map<Integer, String> texts = new HashMap<>();

    private final Set<Integer> timerPools = new HashSet<>();
    private final Set<Integer> forkJoinPools = new HashSet<>();

    ObjectLabels(Program program, LaneRegistry lanes) {
        this.program = program;
        this.lanes = lanes;
    }

    /// What was announced since the last call, oldest first.
    List<ObjectNamed> takeNews() {
        var news = new ArrayList<ObjectNamed>();
        for (ObjectTable.Announcement at = ObjectTable.takeAnnounced();
                at != null;
                at = at.next()) {
            news.addFirst(named(at));
            if (!at.text().isEmpty()) {
                texts.put(at.number(), at.text());
            }
            if (ScheduledThreadPoolExecutor.class.isAssignableFrom(at.type())
                    || at.type().getName().equals("java.util.TaskQueue")) {
                timerPools.add(at.number());
            }
            if (ForkJoinPool.class.isAssignableFrom(at.type())) {
                forkJoinPools.add(at.number());
            }
        }
        news.forEach(named -> objects.put(named.object(), named));
        return news;
    }

    private ObjectNamed named(ObjectTable.Announcement at) {
        String name = nameOf(at.name());
        return at.isClass()
                ? new ObjectNamed(
                        at.number(),
                        Class.class.getName(),
                        name.isEmpty() ? at.type().getSimpleName() + ".class" : name)
                : new ObjectNamed(
                        at.number(),
                        ClassNames.shown(at.type()),
                        at.text().isEmpty() ? name : at.text());
    }

    private String nameOf(int name) {
        return name < 1 || name > program.names().size() ? "" : program.names().get(name - 1);
    }

    @Override
    public boolean isTimerPool(int object) {
        return timerPools.contains(object);
    }

    @Override
    public boolean isForkJoinPool(int object) {
        return forkJoinPools.contains(object);
    }

    @Override
    public boolean isDaemon(int lane) {
        return lanes.isDaemon(lane);
    }

    @Override
    public boolean isVirtual(int lane) {
        return lanes.isVirtual(lane);
    }

    @Override
    public boolean isBlindWait(int site) {
        return lanes.isBlindWait(site);
    }

    @Override
    public boolean isOrderedUnseen(int lane) {
        return lanes.isOrderedUnseen(lane);
    }

    @Override
    public boolean isStartedByProgram(int lane) {
        return lanes.isStartedByProgram(lane);
    }

    @Override
    public Thread.State stateOf(int lane) {
        return lanes.stateOf(lane);
    }

    @Override
    public String lane(int lane) {
        return lanes.nameOf(lane);
    }

    @Override
    public String object(int object) {
        ObjectNamed named = objects.get(object);
        if (named == null) {
            return "something";
        }
        if (named.name().isEmpty()) {
            return simpleType(named) + " #" + object;
        }
        boolean isUnique =
                objects.values().stream().filter(other -> other.name().equals(named.name())).count()
                        == 1;
        return isUnique ? named.name() : named.name() + " #" + object;
    }

    private static String simpleType(ObjectNamed named) {
        String name = named.className();
        if (name.startsWith("[")) {
            ClassDesc array = ClassDesc.ofDescriptor(name.replace('.', '/'));
            String shown = array.displayName();
            return shown.substring(shown.lastIndexOf('$') + 1);
        }
        String type = name.substring(name.lastIndexOf('.') + 1);
        return type.substring(type.lastIndexOf('$') + 1);
    }

    @Override
    public String value(int object) {
        ObjectNamed named = objects.get(object);
        if (named == null) {
            return "";
        }
        String type = simpleType(named);
        String text = texts.get(object);
        if (named.className().equals("java.lang.String")) {
            return '"' + (text == null ? "" : text) + '"';
        }
        return text == null ? ("AEIOU".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type : text;
    }

    @Override
    public int line(int site) {
        return isKnown(site) ? program.sites().get(site - 1).line() : 0;
    }

    @Override
    public String method(int site) {
        if (!isKnown(site)) {
            return "";
        }
        Site at = program.sites().get(site - 1);
        return at.method().isEmpty() ? "" : at.className() + "." + at.method();
    }

    private boolean isKnown(int site) {
        return site >= 1 && site <= program.sites().size();
    }
}
