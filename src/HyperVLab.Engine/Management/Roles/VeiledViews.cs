using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>Lays a veil over the texts in views, however deep they stand in them.</summary>
internal static class VeiledViews
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_texts = new();

    private static readonly Func<object, object> s_copy = typeof(object)
        .GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!
        .CreateDelegate<Func<object, object>>();

    /// <summary>A value without names that the veil hides; the same one where it has none.</summary>
    public static object? Over(object? value, Veil veil) => value switch
    {
        null => null,
        string text => veil.Over(text),
        LabException failure => veil.Over(failure, string.Empty),
        IEnumerable list => List(list, veil),
        _ when s_texts.GetOrAdd(value.GetType(), TextsOf) is { Length: > 0 } texts => Record(value, texts, veil),
        _ => value,
    };

    private static object Record(object view, PropertyInfo[] texts, Veil veil)
    {
        object? copy = null;
        foreach (PropertyInfo property in texts)
        {
            object? was = property.GetValue(view);
            object? shown = Over(was, veil);
            if (!ReferenceEquals(was, shown) && !Equals(was, shown))
            {
                property.SetValue(copy ??= s_copy(view), shown);
            }
        }

        return copy ?? view;
    }

    // What is nothing but a hidden name is left out of a list, or it would say how many there are.
    private static object List(IEnumerable list, Veil veil)
    {
        Type element = ElementOf(list.GetType());
        if (element.IsPrimitive || element.IsEnum || element == typeof(Guid))
        {
            return list;
        }

        List<object?> shown = [];
        bool isSame = true;
        foreach (object? item in list)
        {
            object? over = Over(item, veil);
            isSame &= Equals(item, over);
            if (over is not Veil.Cover)
            {
                shown.Add(over);
            }
        }

        if (isSame)
        {
            return list;
        }

        var array = Array.CreateInstance(element, shown.Count);
        for (int index = 0; index < shown.Count; index++)
        {
            array.SetValue(shown[index], index);
        }

        return array;
    }

    private static Type ElementOf(Type list) => list.GetInterfaces()
        .First(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .GetGenericArguments()[0];

    // Computed properties follow from those that can be set.
    private static PropertyInfo[] TextsOf(Type view) =>
        view.Namespace?.StartsWith(nameof(HyperVLab), StringComparison.Ordinal) != true || view.IsEnum
            ? []
            : [.. view.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property is { CanRead: true, CanWrite: true }
                    && property.GetIndexParameters().Length == 0 && MayHoldText(property.PropertyType))];

    private static bool MayHoldText(Type type) => type == typeof(string) || type == typeof(LabException)
        || (!type.IsValueType && type != typeof(object)
            && (type.IsAssignableTo(typeof(IEnumerable)) || TextsOf(type).Length > 0));
}
