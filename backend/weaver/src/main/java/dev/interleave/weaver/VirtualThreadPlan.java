package dev.interleave.weaver;

import dev.interleave.weaver.AroundCalls.CallProbe;

import java.util.Map;

/// How carriers are seen: which virtual thread is on which, and which can't get off.
final class VirtualThreadPlan {
    private static final String VIRTUAL = "java/lang/VirtualThread";
    private static final String THREAD = "(Ljava/lang/Thread;)V";

    private VirtualThreadPlan() {}

    static void addTo(JdkPlan plan) {
        // Both hooks run while the current thread is the carrier.
        Hook mounting = Hook.inCarriers("mounting", THREAD);
        Hook unmounted = Hook.inCarriers("unmounted", THREAD);
        plan.add(
                VIRTUAL,
                "runContinuation",
                "()V",
                () ->
                        new AroundCalls(
                                Map.of(
                                        "mount",
                                        CallProbe.before((code, _) -> mounting.call(code.dup())),
                                        "unmount",
                                        CallProbe.after(
                                                (code, _) -> unmounted.call(code.aload(0))))));

        Hook pinnedBecause = Hook.inCarriers("pinnedBecause", "(Ljava/lang/Enum;)V");
        plan.add(
                VIRTUAL + "$VThreadContinuation",
                "onPinned",
                "(Ljdk/internal/vm/Continuation$Pinned;)V",
                MethodProbe.atEntry(code -> pinnedBecause.call(code.aload(1))));
        Hook began = Hook.inCarriers("pinnedBegan", "()I");
        Hook ended = Hook.inCarriers("pinnedEnded", "(I)V");
        plan.add(
                VIRTUAL,
                "parkOnCarrierThread",
                "(ZJ)V",
                MethodProbe.around(began::call, (code, token) -> ended.call(code.iload(token))));
    }
}
