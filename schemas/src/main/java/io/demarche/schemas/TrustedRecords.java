package io.demarche.schemas;

import io.demarche.avro.Actor;
import io.demarche.avro.AlertEvent;
import io.demarche.avro.AlertFigures;
import io.demarche.avro.AlertRule;
import io.demarche.avro.AlertStatus;
import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.ChainLink;
import io.demarche.avro.DateBasis;
import io.demarche.avro.DatePrecision;
import io.demarche.avro.DayTick;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;
import io.demarche.avro.EventType;
import io.demarche.avro.Evidence;
import io.demarche.avro.LinkBasis;
import io.demarche.avro.Modality;
import io.demarche.avro.PipelineHeartbeat;
import io.demarche.avro.PublishedAtBasis;
import io.demarche.avro.RawArticle;
import io.demarche.avro.SeenItem;
import io.demarche.avro.SourceState;
import io.demarche.avro.SourceStatus;
import io.demarche.avro.TensionLevel;
import io.demarche.avro.Verdict;
import java.util.List;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro which generated classes it may load by name. From 1.12.2 on, Avro refuses every class that was not
 * declared, so that a schema from outside cannot make it load one. Each record and enum stands here by name: what is
 * not listed stays refused.
 */
public final class TrustedRecords {
    private static final List<Class<?>> CLASSES = List.of(
            Actor.class,
            AlertEvent.class,
            AlertFigures.class,
            AlertRule.class,
            AlertStatus.class,
            AnalystVerdict.class,
            BilateralTension.class,
            ChainLink.class,
            DateBasis.class,
            DatePrecision.class,
            DayTick.class,
            DiplomaticEvent.class,
            EscalationAlert.class,
            EventMention.class,
            EventType.class,
            Evidence.class,
            LinkBasis.class,
            Modality.class,
            PipelineHeartbeat.class,
            PublishedAtBasis.class,
            RawArticle.class,
            SeenItem.class,
            SourceState.class,
            SourceStatus.class,
            TensionLevel.class,
            Verdict.class);

    private TrustedRecords() {}

    /** The classes declared, in alphabetical order. */
    public static List<Class<?>> classes() {
        return CLASSES;
    }

    /**
     * Adds the classes to those that Avro trusts in this JVM. What was trusted before stays trusted; a second call
     * changes nothing. The serde and the JSON form call it themselves; code that only builds records with
     * {@code newBuilder} and touches neither must call it first.
     */
    public static synchronized void declare() {
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        if (CLASSES.stream().allMatch(before::isTrusted)) {
            return;
        }
        ClassSecurityValidator.Builder ours = ClassSecurityValidator.builder();
        CLASSES.forEach(ours::add);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, ours.build()));
    }
}
