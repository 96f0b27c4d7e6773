package dev.interleave.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProgramLoaderTest {
    private final ProgramLoader loader =
            new ProgramLoader(Programs.classes(Programs.StaticMain.class));

    @Test
    void loadClass_ofTheProgram_comesBeforeTheParents() throws ClassNotFoundException {
        Class<?> loaded = loader.loadClass(Programs.StaticMain.class.getName());

        assertThat(loaded.getClassLoader()).isSameAs(loader);
    }

    @Test
    void loadClass_twice_isTheSameClass() throws ClassNotFoundException {
        Class<?> loaded = loader.loadClass(Programs.StaticMain.class.getName());

        assertThat(loader.loadClass(Programs.StaticMain.class.getName())).isSameAs(loaded);
    }

    @Test
    void loadClass_notOfTheProgram_isTheParents() throws ClassNotFoundException {
        assertThat(loader.loadClass(Calls.class.getName())).isSameAs(Calls.class);
    }

    @Test
    void loadClass_ofNobody_isNotFound() {
        assertThatThrownBy(() -> loader.loadClass("Nowhere"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("Nowhere");
    }

    @Test
    void getName_any_isNullSoThatStackTracesAreClean() {
        assertThat(new ProgramLoader(List.of()).getName()).isNull();
    }
}
