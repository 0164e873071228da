package tlsfit.result;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of a number in a result: {@link ResultCheck} holds a file to it. A component without it
 * may have any finite value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Within {
  /** The least value, included. */
  double least() default Double.NEGATIVE_INFINITY;

  /** What the value is above. */
  double above() default Double.NEGATIVE_INFINITY;

  /** The largest value, included. */
  double most() default Double.POSITIVE_INFINITY;

  /** What the value is below. */
  double below() default Double.POSITIVE_INFINITY;
}
