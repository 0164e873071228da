package tlsfit.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.result.UnreadableResultException.Reason;

/**
 * Whether a JSON text can be a result, by the records that results are made of: a key for each
 * component, a value of its kind, null only where it is {@code @Nullable}, numbers finite and
 * {@link Within} their range, and then whatever is {@link Consistent}. A new record or component is
 * held to it without a word here.
 */
final class ResultCheck {
  /** Its square is a number, too; nothing that a fit finds comes near. */
  private static final double LARGEST = 1e150;

  private static final Map<Class<?>, List<Component>> COMPONENTS = new HashMap<>();

  /** A component of a record, asked for once: reflection reads annotations anew each time. */
  private record Component(String name, Kind kind, @Nullable Within range, Method accessor) {
    private static Component of(RecordComponent component) {
      return new Component(
          component.getName(),
          Kind.of(component.getAnnotatedType()),
          component.getAnnotation(Within.class),
          component.getAccessor());
    }
  }

  /** A type with whether it may be null, and its type arguments. */
  private record Kind(Class<?> raw, boolean nullable, List<Kind> arguments) {
    private static Kind of(AnnotatedType type) {
      boolean generic = type.getType() instanceof ParameterizedType;
      Class<?> raw =
          type.getType() instanceof ParameterizedType of
              ? (Class<?>) of.getRawType()
              : (Class<?>) type.getType();
      return new Kind(
          raw,
          type.isAnnotationPresent(Nullable.class),
          generic
              ? Arrays.stream(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments())
                  .map(Kind::of)
                  .toList()
              : List.of());
    }
  }

  private ResultCheck() {}

  /** A fault: where, of which kind, and what was found. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final Reason reason;
    private final String found;

    Fault(String key, Reason reason, String found) {
      super(key);
      this.key = key;
      this.reason = reason;
      this.found = found;
    }

    /** The file's fault. */
    UnreadableResultException in(Path file) {
      return new UnreadableResultException(file, reason, 0, 0, key, found);
    }
  }

  private static List<Component> components(Class<?> type) {
    synchronized (COMPONENTS) {
      return COMPONENTS.computeIfAbsent(
          type, record -> Arrays.stream(record.getRecordComponents()).map(Component::of).toList());
    }
  }

  /**
   * Checks kinds, nulls and ranges.
   *
   * @param type a record
   * @throws Fault the first that is found
   */
  static void checkKinds(JsonNode node, Class<?> type) throws Fault {
    record(node, type, "");
  }

  private static void record(JsonNode node, Class<?> type, String key) throws Fault {
    if (!node.isObject()) {
      throw new Fault(key, Reason.KIND, node.toString());
    }
    for (Component component : components(type)) {
      String inner = key.isEmpty() ? component.name : key + "." + component.name;
      @Nullable JsonNode value = node.get(component.name);
      if (value == null) {
        throw new Fault(inner, Reason.MISSING, "");
      }
      value(value, component.kind, inner);
      @Nullable Within range = component.range;
      if (range != null && value.isNumber() && !isWithin(value.doubleValue(), range)) {
        throw new Fault(inner, Reason.RANGE, value.toString());
      }
    }
  }

  private static boolean isWithin(double value, Within range) {
    return value >= range.least()
        && value <= range.most()
        && value > range.above()
        && value < range.below();
  }

  private static void value(JsonNode node, Kind type, String key) throws Fault {
    if (node.isNull()) {
      if (!type.nullable) {
        throw new Fault(key, Reason.NULL, "null");
      }
      return;
    }
    Class<?> kind = type.raw;
    if (kind.isRecord()) {
      record(node, kind, key);
    } else if (List.class.isAssignableFrom(kind)) {
      require(node.isArray(), node, key);
      for (int i = 0; i < node.size(); i++) {
        value(node.get(i), type.arguments.get(0), key + "[" + i + "]");
      }
    } else if (Map.class.isAssignableFrom(kind)) {
      require(node.isObject(), node, key);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        value(entry.getValue(), type.arguments.get(1), key + "." + entry.getKey());
      }
    } else {
      scalar(node, kind, key);
    }
  }

  private static void scalar(JsonNode node, Class<?> kind, String key) throws Fault {
    if (kind == double.class || kind == Double.class) {
      require(node.isNumber(), node, key);
      if (!(Math.abs(node.doubleValue()) <= LARGEST)) {
        throw new Fault(key, Reason.RANGE, node.toString());
      }
    } else if (kind == int.class || kind == Integer.class) {
      require(node.isIntegralNumber() && node.canConvertToInt(), node, key);
    } else if (kind == long.class || kind == Long.class) {
      require(node.isIntegralNumber() && node.canConvertToLong(), node, key);
    } else if (kind == boolean.class || kind == Boolean.class) {
      require(node.isBoolean(), node, key);
    } else {
      require(node.isTextual(), node, key); // texts, and names of constants
    }
  }

  private static void require(boolean holds, JsonNode node, String key) throws Fault {
    if (!holds) {
      throw new Fault(key, Reason.KIND, node.toString());
    }
  }

  /**
   * Checks whether the parts of a result agree with each other.
   *
   * @throws Fault the first that is found
   */
  static void checkConsistency(Object part, String key) throws Fault {
    if (part instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        checkConsistency(list.get(i), key + "[" + i + "]");
      }
    } else if (part instanceof Record) {
      String prefix = key.isEmpty() ? "" : key + ".";
      if (part instanceof Consistent consistent) {
        Optional<Consistent.Contradiction> found = consistent.contradiction();
        if (found.isPresent()) {
          Consistent.Contradiction fault = found.get();
          throw new Fault(prefix + fault.component(), fault.reason(), fault.found());
        }
      }
      for (Component component : components(part.getClass())) {
        @Nullable Object value = value(part, component);
        if (value instanceof Record || value instanceof List) {
          checkConsistency(value, prefix + component.name);
        }
      }
    }
  }

  private static @Nullable Object value(Object part, Component component) {
    try {
      return component.accessor.invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a component of a public record can be read", e);
    }
  }
}
