package io.demarche.coder.parse;

import java.util.Arrays;

/**
 * The state of an arc-hybrid parse (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the front of the buffer and the
 * arcs built so far. The index one past the last token stands for the artificial root. Reused from sentence to sentence:
 * one to a thread.
 */
public final class TransitionState {
    public static final int SHIFT = 0;
    /** The top of the stack becomes a dependent of the front of the buffer. */
    public static final int LEFT = 1;
    /** The top of the stack becomes a dependent of the token under it. */
    public static final int RIGHT = 2;

    /** Numbers of the model's format for what lies outside the sentence. */
    private static final int ROOT_WORD = 77;

    private static final int ROOT_TAG = 200;
    private static final int NO_TAG = 201;
    private static final int ROOT_CLUSTER = 3;
    private static final int NO_CLUSTER = 1;

    private static final int MOST_CHILDREN_COUNTED = 6;
    /** Labels from this index on are left out of the label sets, which are the bits of a long. */
    private static final int LABELS_IN_SET = 63;

    private static final int FIRST_SIZE = 128;

    public int size;
    public int front;
    public int depth;
    public int[] stack = {};
    public int[] head = {};
    public int[] label = {};
    public int[] tag = {};
    public int[] left1 = {};
    public int[] left2 = {};
    public int[] right1 = {};
    public int[] right2 = {};
    public int[] leftCount = {};
    public int[] rightCount = {};
    public long[] labelSet = {};
    private int[] word = {};
    private int[] cluster = {};

    public TransitionState() {
        grow(FIRST_SIZE);
    }

    private void grow(int capacity) {
        stack = new int[capacity];
        head = new int[capacity];
        label = new int[capacity];
        word = new int[capacity];
        tag = new int[capacity];
        cluster = new int[capacity];
        left1 = new int[capacity];
        left2 = new int[capacity];
        right1 = new int[capacity];
        right2 = new int[capacity];
        leftCount = new int[capacity];
        rightCount = new int[capacity];
        labelSet = new long[capacity];
    }

    public void reset(Words words) {
        size = words.size;
        if (size + 1 > stack.length) {
            grow(size * 2);
        }
        depth = 0;
        front = 0;
        for (int[] links : new int[][] {head, label, left1, left2, right1, right2}) {
            Arrays.fill(links, 0, size + 1, -1);
        }
        Arrays.fill(leftCount, 0, size + 1, 0);
        Arrays.fill(rightCount, 0, size + 1, 0);
        Arrays.fill(labelSet, 0, size + 1, 0);
        System.arraycopy(words.word, 0, word, 0, size);
        System.arraycopy(words.tag, 0, tag, 0, size);
        System.arraycopy(words.cluster, 0, cluster, 0, size);
        word[size] = ROOT_WORD;
        tag[size] = ROOT_TAG;
        cluster[size] = ROOT_CLUSTER;
    }

    public boolean done() {
        return front == size && depth == 0;
    }

    public int top() {
        return stack[depth - 1];
    }

    /** The token {@code below} places under the top of the stack (0 is the top), -1 where there is none. */
    public int onStack(int below) {
        return depth > below ? stack[depth - 1 - below] : -1;
    }

    public boolean allows(int move) {
        return switch (move) {
            case SHIFT -> front < size;
            case LEFT -> depth > 0 && (front < size || depth == 1); // exactly one token hangs from the root
            default -> depth > 1;
        };
    }

    /** What the top of the stack would hang from after {@code move}, LEFT or RIGHT. */
    public int headFor(int move) {
        return move == LEFT ? front : stack[depth - 2];
    }

    public void shift() {
        stack[depth++] = front++;
    }

    /** Pops the top of the stack and makes it a dependent of {@code newHead}. */
    public void attach(int newHead, int newLabel) {
        int dependent = stack[--depth];
        head[dependent] = newHead;
        label[dependent] = newLabel;
        if (newLabel < LABELS_IN_SET) {
            labelSet[newHead] |= 1L << newLabel;
        }
        if (newHead > dependent) {
            left2[newHead] = left1[newHead];
            left1[newHead] = dependent;
            leftCount[newHead] = Math.min(leftCount[newHead] + 1, MOST_CHILDREN_COUNTED);
        } else {
            right2[newHead] = right1[newHead];
            right1[newHead] = dependent;
            rightCount[newHead] = Math.min(rightCount[newHead] + 1, MOST_CHILDREN_COUNTED);
        }
    }

    public long word(int i) {
        return i < 0 ? i : word[i];
    }

    public long tag(int i) {
        return i < 0 ? NO_TAG - i : tag[i];
    }

    public int cluster(int i) {
        return i < 0 ? NO_CLUSTER : cluster[i];
    }

    public long label(int i) {
        return i < 0 ? -1 : label[i];
    }

    /** {@code links[i]}, -1 for no token. */
    public static int of(int[] links, int i) {
        return i < 0 ? -1 : links[i];
    }
}
