package dev.interleave.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;

class EntryTest {
    @BeforeEach
    void forget() {
        Calls.take();
    }

    @Test
    void run_staticMain_isCalled() {
        Entry.of(Programs.of(Programs.StaticMain.class)).run();

        assertThat(Calls.take()).containsExactly("static");
    }

    @Test
    void run_staticMainWithArguments_getsNone() {
        Entry.of(Programs.of(Programs.StaticMainWithArguments.class)).run();

        assertThat(Calls.take()).containsExactly("static with 0");
    }

    @Test
    void run_instanceMain_isCalledOnANewObject() {
        Entry.of(Programs.of(Programs.InstanceMain.class)).run();

        assertThat(Calls.take()).containsExactly("constructor", "instance");
    }

    @Test
    void run_instanceMainWithArguments_getsNone() {
        Entry.of(Programs.of(Programs.InstanceMainWithArguments.class)).run();

        assertThat(Calls.take()).containsExactly("instance with 0");
    }

    @Test
    void run_bothMains_callsTheOneWithArguments() {
        Entry.of(Programs.of(Programs.BothMains.class)).run();

        assertThat(Calls.take()).containsExactly("with 0");
    }

    @Test
    void run_inheritedMain_isCalled() {
        Entry.of(Programs.entering(Programs.InheritedMain.class, Programs.InstanceMain.class))
                .run();

        assertThat(Calls.take()).containsExactly("constructor", "instance");
    }

    @Test
    void run_severalSteps_callsThemInOrder() {
        Entry.of(Programs.of(Programs.StaticMainWithArguments.class, Programs.StaticMain.class))
                .run();

        assertThat(Calls.take()).containsExactly("static with 0", "static");
    }

    @Test
    void run_mainThrows_rethrowsItAsIs() {
        assertThatThrownBy(Entry.of(Programs.of(Programs.ThrowingMain.class))::run)
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void run_stepThrows_leavesOutTheRest() {
        Entry entry = Entry.of(Programs.of(Programs.ThrowingMain.class, Programs.StaticMain.class));

        assertThatThrownBy(entry::run).isInstanceOf(IOException.class);
        assertThat(Calls.take()).isEmpty();
    }

    @Test
    void run_constructorThrows_rethrowsItAsIs() {
        assertThatThrownBy(Entry.of(Programs.of(Programs.ThrowingConstructor.class))::run)
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no object");
    }

    @Test
    void run_noSuchMethod_saysWhich() {
        assertThatThrownBy(Entry.of(Programs.of(Programs.Empty.class))::run)
                .isInstanceOf(NoSuchMethodException.class)
                .hasMessage(Programs.Empty.class.getName() + ".main");
    }

    @Test
    void run_falseAssertion_throws() {
        Entry entry = Entry.of(Programs.entering(Programs.FailingAssertion.class, Programs.class));

        assertThatThrownBy(entry::run)
                .isInstanceOf(AssertionError.class)
                .hasMessage("assertions are on");
    }

    @Test
    void run_classTheParentHasToo_isTheProgramsOwn() {
        Entry.of(Programs.of(Programs.LoaderTeller.class)).run();

        assertThat(Calls.take()).containsExactly("ProgramLoader");
    }
}
