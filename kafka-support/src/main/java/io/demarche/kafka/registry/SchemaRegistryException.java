package io.demarche.kafka.registry;

import io.demarche.schemas.DemarcheException;
import org.jspecify.annotations.Nullable;

/**
 * The registry says no: an unknown subject, an incompatible schema, wrong credentials. Asking again does not help. Carries
 * the HTTP status and the error code of Confluent's protocol.
 */
public class SchemaRegistryException extends DemarcheException {
    private static final long serialVersionUID = 1L;

    /** HTTP 404: no such subject. */
    public static final int SUBJECT_NOT_FOUND = 40401;
    /** HTTP 404: the subject has no such version. */
    public static final int VERSION_NOT_FOUND = 40402;
    /** HTTP 404: no such schema, by id or under the subject. */
    public static final int SCHEMA_NOT_FOUND = 40403;
    /** HTTP 404: the subject is deleted softly already. */
    public static final int SUBJECT_SOFT_DELETED = 40404;
    /** HTTP 404: a subject has to be deleted softly before it goes for good. */
    public static final int SUBJECT_NOT_SOFT_DELETED = 40405;
    /** HTTP 404: the version is deleted softly already. */
    public static final int VERSION_SOFT_DELETED = 40406;
    /** HTTP 404: a version has to be deleted softly before it goes for good. */
    public static final int VERSION_NOT_SOFT_DELETED = 40407;
    /** HTTP 404: the subject has no compatibility level of its own. */
    public static final int SUBJECT_LEVEL_NOT_CONFIGURED = 40408;
    /** HTTP 404: the subject has no mode of its own. */
    public static final int SUBJECT_MODE_NOT_CONFIGURED = 40409;
    /** HTTP 409: incompatible with an earlier schema of the subject. */
    public static final int INCOMPATIBLE_SCHEMA = 40901;
    /** HTTP 422: not an Avro schema. */
    public static final int INVALID_SCHEMA = 42201;
    /** HTTP 422: a version is a number from 1 on, or {@code latest}. */
    public static final int INVALID_VERSION = 42202;
    /** HTTP 422: no such compatibility level. */
    public static final int INVALID_LEVEL = 42203;
    /** HTTP 422: a subject is a name of printable characters. */
    public static final int INVALID_SUBJECT = 42208;

    private final int errorCode;

    public SchemaRegistryException(int errorCode, String message) {
        this(errorCode, message, null);
    }

    /**
     * @param errorCode of five digits, the first three of which are the HTTP status; or an HTTP status alone
     */
    public SchemaRegistryException(int errorCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.errorCode = errorCode;
    }

    /** The error code of Confluent's protocol, such as 40401. */
    public int errorCode() {
        return errorCode;
    }

    /** The HTTP status that goes with it. */
    public int httpStatus() {
        return errorCode >= 10_000 ? errorCode / 100 : errorCode;
    }
}
