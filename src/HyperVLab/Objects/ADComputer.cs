using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A computer object of the lab's directory, as Get-LabADComputer writes it.</summary>
public sealed class ADComputer : LabObject<DirectoryComputerView, Engine.Hosts.DirectoryComputer>
{
    internal ADComputer(LabHandle handle, DirectoryComputerView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The computer's or cluster's name.</summary>
    public string Name => View.Name;

    /// <summary>Its name with the domain's.</summary>
    public string DNSHostName => $"{View.Name}.{View.Domain}";

    /// <summary>The name of its account.</summary>
    public string SamAccountName => $"{View.Name}$";

    /// <summary>Its security identifier.</summary>
    public string SID => View.Sid;

    /// <summary>What it stands for.</summary>
    public DirectoryComputerKind Kind => View.Kind;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
