using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A group of firewall rules of a computer, as Get-LabNetFirewallRule writes it.</summary>
public sealed class FirewallRuleGroup : LabObject<FirewallGroupView, Engine.Hosts.FirewallGroup>
{
    internal FirewallRuleGroup(LabHandle handle, FirewallGroupView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The group.</summary>
    public string DisplayGroup => View.DisplayGroup;

    /// <summary>Whether its rules let traffic in.</summary>
    public bool Enabled => View.Enabled;

    /// <summary>The computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The group and the computer.</summary>
    public override string ToString() => $"{DisplayGroup} on {ComputerName}";
}
