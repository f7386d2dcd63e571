using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A Windows role or feature on a computer, as Get-LabWindowsFeature writes it.</summary>
public sealed class WindowsFeature : LabObject<HostFeatureView, Engine.Hosts.HostFeature>
{
    internal WindowsFeature(LabHandle handle, HostFeatureView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name that scripts use.</summary>
    public string Name => View.Name;

    /// <summary>The name that people read.</summary>
    public string DisplayName => View.DisplayName;

    /// <summary>Role or Feature.</summary>
    public string FeatureType => View.IsRole ? "Role" : "Feature";

    /// <summary>How far it is.</summary>
    public FeatureState InstallState => View.InstallState;

    /// <summary>Whether it works.</summary>
    public bool Installed => View.InstallState is FeatureState.Installed or FeatureState.UninstallPending;

    /// <summary>The computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name that scripts use.</summary>
    public override string ToString() => Name;
}
