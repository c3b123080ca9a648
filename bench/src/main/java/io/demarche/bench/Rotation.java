package io.demarche.bench;

import java.util.List;

/** One element after the other, and from the beginning again: so that the mean over many calls is that over the list. */
final class Rotation<T> {
    private final List<T> elements;
    private int next;

    Rotation(List<T> elements) {
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("nothing to measure with");
        }
        this.elements = List.copyOf(elements);
    }

    T next() {
        T element = elements.get(next);
        next = next + 1 == elements.size() ? 0 : next + 1;
        return element;
    }
}
