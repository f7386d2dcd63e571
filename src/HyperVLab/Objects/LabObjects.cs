using System.Collections.Frozen;
using System.Reflection;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>Makes the live object that belongs to a view: the class derived from LabObject of that view.</summary>
internal static class LabObjects
{
    private static readonly Lazy<FrozenDictionary<Type, ConstructorInfo>> s_makers = new(Collect);

    /// <summary>The live object of a view; the view itself where it has none.</summary>
    public static object Of(LabHandle handle, object view) =>
        s_makers.Value.TryGetValue(view.GetType(), out ConstructorInfo? make)
            ? make.Invoke(BindingFlags.DoNotWrapExceptions, null, [handle, view], null)
            : view;

    /// <summary>The live object of a view.</summary>
    public static TObject Of<TObject>(LabHandle handle, object view)
        where TObject : LabObject => (TObject)Of(handle, view);

    private static FrozenDictionary<Type, ConstructorInfo> Collect() =>
        typeof(LabObjects).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(LabObject))
                && !type.IsAssignableTo(typeof(ILabPart)))
            .Select(static type => (View: ViewOf(type), Type: type))
            .ToFrozenDictionary(
                static pair => pair.View,
                static pair => pair.Type.GetConstructor(
                    BindingFlags.Instance | BindingFlags.NonPublic, [typeof(LabHandle), pair.View])
                    ?? throw new MissingMethodException(
                        pair.Type.Name, $"internal .ctor(LabHandle, {pair.View.Name})"));

    private static Type ViewOf(Type type)
    {
        while (!(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(LabObject<,>)))
        {
            type = type.BaseType!;
        }

        return type.GetGenericArguments()[0];
    }
}
