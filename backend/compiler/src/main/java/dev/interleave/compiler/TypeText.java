package dev.interleave.compiler;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/// Writes an inferred type so that a field can be declared with it. A type that has no name
/// (anonymous class, intersection) becomes its nearest named supertype.
final class TypeText {
    private TypeText() {}

    /// The type, or null when there is none.
    static @Nullable String of(TypeMirror type) {
        return switch (type) {
            case PrimitiveType primitive -> primitive.getKind().name().toLowerCase(Locale.ROOT);
            case ArrayType array -> {
                String component = of(array.getComponentType());
                yield component == null ? null : component + "[]";
            }
            case IntersectionType intersection -> firstNamed(intersection.getBounds());
            case TypeVariable variable -> of(variable.getUpperBound());
            case DeclaredType declared when declared.getKind() == TypeKind.DECLARED ->
                    declared(declared);
            default -> null;
        };
    }

    private static @Nullable String firstNamed(List<? extends TypeMirror> types) {
        for (TypeMirror type : types) {
            if (isNameable(type)) {
                return of(type);
            }
        }
        return "java.lang.Object";
    }

    private static @Nullable String declared(DeclaredType type) {
        var element = (TypeElement) type.asElement();
        if (!isNameable(type)) {
            List<? extends TypeMirror> interfaces = element.getInterfaces();
            return of(interfaces.isEmpty() ? element.getSuperclass() : interfaces.getFirst());
        }
        String name = element.getQualifiedName().toString();
        if (type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty()) {
            name = declared(outer) + "." + element.getSimpleName();
        }
        if (type.getTypeArguments().isEmpty()) {
            return name;
        }
        return name
                + type.getTypeArguments().stream()
                        .map(TypeText::argument)
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    /// Whether a program can write the type's name.
    private static boolean isNameable(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !declared.asElement().getSimpleName().isEmpty()
                && (declared.asElement().getModifiers().contains(Modifier.PUBLIC)
                        || !declared.toString().startsWith("java."));
    }

    private static String argument(TypeMirror type) {
        return switch (type) {
            case WildcardType wildcard when wildcard.getSuperBound() != null ->
                    "? super " + orObject(of(wildcard.getSuperBound()));
            case WildcardType wildcard when wildcard.getExtendsBound() != null ->
                    "? extends " + orObject(of(wildcard.getExtendsBound()));
            case WildcardType _ -> "?";
            case IntersectionType intersection -> "? extends " + orObject(of(intersection));
            case TypeVariable variable -> "? extends " + orObject(of(variable));
            default -> orObject(of(type));
        };
    }

    private static String orObject(@Nullable String type) {
        return type == null ? "java.lang.Object" : type;
    }
}
