namespace HyperVLab.Engine.Hosts;

/// <summary>An account of the directory.</summary>
public sealed record AccountView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name with its domain.</summary>
    public required string Name { get; init; }

    /// <summary>Its security identifier.</summary>
    public required string Sid { get; init; }

    /// <summary>The domain that knows it.</summary>
    public string? Domain { get; init; }

    /// <summary>Whether it may do everything in the lab.</summary>
    public required bool IsLabAdministrator { get; init; }

    /// <summary>Whether it is one of the Domain Admins.</summary>
    public required bool IsDomainAdministrator { get; init; }

    /// <summary>Whether it may create computer objects.</summary>
    public required bool CanCreateComputerObjects { get; init; }

    internal static AccountView Of(LabState lab, Account account) => new()
    {
        Key = account.Key.Number,
        Name = account.Name,
        Sid = account.Sid,
        Domain = lab.Domains.Find(account.Domain)?.Name,
        IsLabAdministrator = account.IsLabAdministrator,
        IsDomainAdministrator = account.IsDomainAdministrator,
        CanCreateComputerObjects = account.CanCreateComputerObjects,
    };
}
