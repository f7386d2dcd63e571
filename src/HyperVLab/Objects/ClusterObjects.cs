using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>Live objects that other live objects refer to.</summary>
internal static class ClusterObjects
{
    /// <summary>The live object of a number; null without one, and where it is gone.</summary>
    public static TObject? Find<TView, TObject>(LabHandle handle, int? key)
        where TView : class
        where TObject : LabObject =>
        key is { } number && handle.Lab.View<TView>(number) is { } view ? LabObjects.Of<TObject>(handle, view) : null;
}
