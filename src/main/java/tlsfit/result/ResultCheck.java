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
  /** Its square is a number, too, and more; nothing that a fit finds comes near. */
  private static final double LARGEST = 1e100;

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

  /** How a type is written; kept, since Java asks a class whether it is a record anew each time. */
  private enum Form {
    RECORD,
    LIST,
    MAP,
    SCALAR;

    private static Form of(Class<?> type) {
      if (type.isRecord()) {
        return RECORD;
      }
      if (List.class.isAssignableFrom(type)) {
        return LIST;
      }
      return Map.class.isAssignableFrom(type) ? MAP : SCALAR;
    }
  }

  /** A type with whether it may be null, and its type arguments. */
  private record Kind(Class<?> raw, Form form, boolean nullable, List<Kind> arguments) {
    private static Kind of(AnnotatedType type) {
      boolean generic = type.getType() instanceof ParameterizedType;
      Class<?> raw =
          type.getType() instanceof ParameterizedType of
              ? (Class<?>) of.getRawType()
              : (Class<?>) type.getType();
      return new Kind(
          raw,
          Form.of(raw),
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
      String whole = key.startsWith(".") ? key.substring(1) : key;
      return new UnreadableResultException(file, reason, 0, 0, whole, found);
    }

    /**
     * The same fault as seen from one step further out. Keys are put together where there is a
     * fault only: for each of the thousands of good numbers of a result that would take longer than
     * all checks.
     */
    private Fault below(String step) {
      return new Fault(step + key, reason, found);
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
    record(node, type);
  }

  private static void record(JsonNode node, Class<?> type) throws Fault {
    if (!node.isObject()) {
      throw new Fault("", Reason.KIND, node.toString());
    }
    for (Component component : components(type)) {
      try {
        component(node.get(component.name), component);
      } catch (Fault fault) {
        throw fault.below("." + component.name);
      }
    }
  }

  private static void component(@Nullable JsonNode value, Component component) throws Fault {
    if (value == null) {
      throw new Fault("", Reason.MISSING, "");
    }
    value(value, component.kind);
    @Nullable Within range = component.range;
    if (range != null && value.isNumber() && !isWithin(value.doubleValue(), range)) {
      throw new Fault("", Reason.RANGE, value.toString());
    }
  }

  private static boolean isWithin(double value, Within range) {
    return value >= range.least()
        && value <= range.most()
        && value > range.above()
        && value < range.below();
  }

  private static void value(JsonNode node, Kind type) throws Fault {
    if (node.isNull()) {
      if (!type.nullable) {
        throw new Fault("", Reason.NULL, "null");
      }
      return;
    }
    switch (type.form) {
      case RECORD -> record(node, type.raw);
      case LIST -> {
        require(node.isArray(), node);
        list(node, type.arguments.get(0));
      }
      case MAP -> {
        require(node.isObject(), node);
        map(node, type.arguments.get(1));
      }
      case SCALAR -> scalar(node, type.raw);
    }
  }

  private static void list(JsonNode node, Kind type) throws Fault {
    for (int i = 0; i < node.size(); i++) {
      try {
        value(node.get(i), type);
      } catch (Fault fault) {
        throw fault.below("[" + i + "]");
      }
    }
  }

  private static void map(JsonNode node, Kind type) throws Fault {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      try {
        value(entry.getValue(), type);
      } catch (Fault fault) {
        throw fault.below("." + entry.getKey());
      }
    }
  }

  private static void scalar(JsonNode node, Class<?> kind) throws Fault {
    if (kind == double.class || kind == Double.class) {
      require(node.isNumber(), node);
      if (!(Math.abs(node.doubleValue()) <= LARGEST)) {
        throw new Fault("", Reason.RANGE, node.toString());
      }
    } else if (kind == int.class || kind == Integer.class) {
      require(node.isIntegralNumber() && node.canConvertToInt(), node);
    } else if (kind == long.class || kind == Long.class) {
      require(node.isIntegralNumber() && node.canConvertToLong(), node);
    } else if (kind == boolean.class || kind == Boolean.class) {
      require(node.isBoolean(), node);
    } else {
      require(node.isTextual(), node); // texts, and names of constants
    }
  }

  private static void require(boolean holds, JsonNode node) throws Fault {
    if (!holds) {
      throw new Fault("", Reason.KIND, node.toString());
    }
  }

  /**
   * Checks whether the parts of a result agree with each other.
   *
   * @throws Fault the first that is found
   */
  static void checkConsistency(Object part) throws Fault {
    if (part instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        try {
          checkConsistency(list.get(i));
        } catch (Fault fault) {
          throw fault.below("[" + i + "]");
        }
      }
    } else if (part instanceof Record) {
      if (part instanceof Consistent consistent) {
        Optional<Consistent.Contradiction> found = consistent.contradiction();
        if (found.isPresent()) {
          Consistent.Contradiction fault = found.get();
          throw new Fault("." + fault.component(), fault.reason(), fault.found());
        }
      }
      for (Component component : components(part.getClass())) {
        @Nullable Object value = value(part, component);
        if (value instanceof Record || value instanceof List) {
          try {
            checkConsistency(value);
          } catch (Fault fault) {
            throw fault.below("." + component.name);
          }
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
