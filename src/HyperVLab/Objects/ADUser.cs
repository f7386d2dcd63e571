using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>An account of the lab's directory, as Get-LabADUser writes it.</summary>
public sealed class ADUser : LabObject<AccountView, Engine.Hosts.Account>
{
    internal ADUser(LabHandle handle, AccountView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name with its domain.</summary>
    public string Name => View.Name;

    /// <summary>Its name without its domain.</summary>
    public string SamAccountName => View.Name[(View.Name.IndexOf('\\', StringComparison.Ordinal) + 1)..];

    /// <summary>Its security identifier.</summary>
    public string SID => View.Sid;

    /// <summary>Whether it may do everything in the lab.</summary>
    public bool IsLabAdministrator => View.IsLabAdministrator;

    /// <summary>Whether it is one of the Domain Admins.</summary>
    public bool IsDomainAdministrator => View.IsDomainAdministrator;

    /// <summary>Whether it may create computer objects, as making a cluster does.</summary>
    public bool CanCreateComputerObjects => View.CanCreateComputerObjects;

    /// <summary>Its name with its domain.</summary>
    public override string ToString() => Name;
}
