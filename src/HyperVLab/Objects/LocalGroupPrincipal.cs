using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A member of a local group of a computer, as Get-LabLocalGroupMember writes it.</summary>
public sealed class LocalGroupPrincipal : LabObject<LocalGroupMemberView, Engine.Hosts.LocalGroupMember>
{
    internal LocalGroupPrincipal(LabHandle handle, LocalGroupMemberView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The group.</summary>
    public string Group => View.Group;

    /// <summary>The member, with its domain or computer.</summary>
    public string Name => View.Name;

    /// <summary>The computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The member.</summary>
    public override string ToString() => Name;
}
