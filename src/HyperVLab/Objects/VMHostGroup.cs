using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A group of hosts, as Get-LabVMHostGroup writes it.</summary>
public sealed class VMHostGroup : LabObject<VMHostGroupView, Engine.Management.HostGroup>
{
    internal VMHostGroup(LabHandle handle, VMHostGroupView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its place in the tree, such as All Hosts\Rack 1.</summary>
    public string Path => View.Path;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>The group that it stands in; null for "All Hosts".</summary>
    public VMHostGroup? ParentHostGroup => View.ParentKey is { } key
        && Handle.Lab.View<VMHostGroupView>(key) is { } parent
        ? LabObjects.Of<VMHostGroup>(Handle, parent)
        : null;

    /// <summary>Whether it holds all others.</summary>
    public bool IsRoot => View.ParentKey is null;

    /// <summary>The names of the hosts in it, not of those in groups below.</summary>
    public string[] Hosts => [.. View.Hosts];

    /// <summary>The numbers of the computers in it and in the groups within it.</summary>
    internal IEnumerable<int> HostKeys => Handle.Lab.Views<ManagedComputerView>()
        .Where(view => $@"{view.HostGroupPath}\".StartsWith($@"{Path}\", StringComparison.Ordinal))
        .Select(view => view.ComputerKey);

    /// <summary>Its place in the tree.</summary>
    public override string ToString() => Path;
}
