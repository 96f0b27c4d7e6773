package dev.interleave.analysis;

import java.util.Arrays;

/// The monitors and locks one lane holds, in the order it took them. Confined to the thread that
/// folds.
final class Held {
    /// Most lanes of a hundred thousand hold nothing, ever.
    private static final int[] NONE = {};

    private static final boolean[] NONE_SHARED = {};

    private int[] objects = NONE;
    private int[] sites = NONE;
    private boolean[] shared = NONE_SHARED;
    private int count;

    int count() {
        return count;
    }

    int object(int index) {
        return objects[index];
    }

    /// Where it was taken.
    int site(int index) {
        return sites[index];
    }

    /// Whether it was taken as readers do.
    boolean isShared(int index) {
        return shared[index];
    }

    void add(int object, int site, boolean isShared) {
        if (count == objects.length) {
            int length = Math.max(4, count * 2);
            objects = Arrays.copyOf(objects, length);
            sites = Arrays.copyOf(sites, length);
            shared = Arrays.copyOf(shared, length);
        }
        objects[count] = object;
        sites[count] = site;
        shared[count] = isShared;
        count++;
    }

    void remove(int object, boolean isShared) {
        for (int i = count - 1; i >= 0; i--) {
            if (objects[i] == object && shared[i] == isShared) {
                System.arraycopy(objects, i + 1, objects, i, count - i - 1);
                System.arraycopy(sites, i + 1, sites, i, count - i - 1);
                System.arraycopy(shared, i + 1, shared, i, count - i - 1);
                count--;
                return;
            }
        }
    }

    /// Whether it holds the object, shared or not.
    boolean contains(int object) {
        for (int i = 0; i < count; i++) {
            if (objects[i] == object) {
                return true;
            }
        }
        return false;
    }
}
