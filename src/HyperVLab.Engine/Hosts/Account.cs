using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Somebody who may ask the lab for something: an account of the lab's directory.</summary>
public sealed class Account : IEntity<Account>, INamed
{
    internal Account(Key<Account> key, string name, string sid, bool isLabAdministrator)
    {
        Key = key;
        Name = name;
        Sid = sid;
        IsLabAdministrator = isLabAdministrator;
    }

    /// <inheritdoc/>
    public Key<Account> Key { get; private set; }

    /// <summary>The account's name with its domain, such as <c>LAB\Administrator</c>.</summary>
    public string Name { get; private set; }

    /// <summary>Its security identifier.</summary>
    public string Sid { get; private set; }

    /// <summary>Whether it may do everything in the lab.</summary>
    public bool IsLabAdministrator { get; private set; }

    /// <summary>The domain that knows it; null while the lab has none.</summary>
    public Key<DirectoryDomain>? Domain { get; private set; }

    /// <summary>Whether it is one of the domain's Domain Admins.</summary>
    public bool IsDomainAdministrator { get; private set; }

    /// <summary>Whether it may create computer objects in the directory, as making a cluster does.</summary>
    public bool CanCreateComputerObjects { get; private set; }

    /// <summary>The verifier of its password; null where it has none, and nobody signs in with it.</summary>
    public string? PasswordVerifier { get; private set; }

    /// <summary>Has that password from now on.</summary>
    internal void KeepPassword(string? verifier) => PasswordVerifier = verifier;

    /// <summary>Enters it in a domain's directory.</summary>
    internal void Enter(Key<DirectoryDomain> domain, bool isDomainAdministrator, bool canCreateComputerObjects)
    {
        Domain = domain;
        IsDomainAdministrator = isDomainAdministrator;
        CanCreateComputerObjects = isDomainAdministrator || canCreateComputerObjects;
    }
}
