package io.demarche.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the sinks are in each partition, what of that is committed, and how far a drain has to go. */
final class OffsetLedger implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(OffsetLedger.class);

    private final Consumer<byte[], byte[]> kafka;
    private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
    private @Nullable Map<TopicPartition, Long> goal;
    private final StartPoint from;
    private final boolean inGroup;
    private boolean assigned;

    /**
     * @param from where to start in a partition that has no committed offset
     * @param inGroup whether there is a group to commit for
     */
    OffsetLedger(Consumer<byte[], byte[]> kafka, StartPoint from, boolean inGroup) {
        this.kafka = kafka;
        this.from = from;
        this.inGroup = inGroup;
    }

    /** What was read of these partitions is safe in every sink. */
    void delivered(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> due.put(partition, new OffsetAndMetadata(kafka.position(partition))));
    }

    /** Commits what is safe. Where the broker does not take it now, it stays due; at worst it is delivered again. */
    void commit() {
        if (due.isEmpty() || !inGroup) {
            return;
        }
        try {
            kafka.commitSync(due);
            due.clear();
        } catch (WakeupException e) {
            throw e;
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info("Offsets not committed, the group changed; their alerts may come again reason={}", e.getMessage());
            due.clear();
        } catch (RetriableException e) {
            LOG.warn("Offsets not committed yet reason={}", e.getMessage());
        }
    }

    /** Whether the group has given this member its share. */
    boolean hasJoined() {
        return assigned;
    }

    void forgetGoal() {
        goal = null;
    }

    /** Whether all is delivered that was there when this was first asked. */
    boolean reachedGoal() {
        if (!assigned) {
            return false;
        }
        if (goal == null) {
            goal = kafka.endOffsets(kafka.assignment());
        }
        return goal.entrySet().stream().allMatch(end -> kafka.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        startAnew(partitions);
        assigned = true;
        goal = null;
    }

    /** Where nothing is committed, starts at the point asked for, and commits it: the next to take over must not start later. */
    private void startAnew(Collection<TopicPartition> partitions) {
        Set<TopicPartition> anew = new HashSet<>(partitions);
        if (inGroup) {
            kafka.committed(Set.copyOf(partitions)).forEach((partition, committed) -> {
                if (committed != null) {
                    anew.remove(partition);
                }
            });
        }
        from.offsets(kafka, anew).forEach((partition, offset) -> {
            kafka.seek(partition, offset);
            due.put(partition, new OffsetAndMetadata(offset));
        });
        if (anew.size() < partitions.size() && !(from instanceof StartPoint.AsConfigured)) {
            LOG.info(
                    "The group goes on where it was, whatever it was told to start from partitions={}",
                    partitions.size() - anew.size());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        goal = null;
        try {
            commit();
        } finally {
            partitions.forEach(due::remove);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        goal = null;
        partitions.forEach(due::remove);
    }
}
