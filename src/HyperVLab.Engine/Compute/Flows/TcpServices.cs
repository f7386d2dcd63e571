namespace HyperVLab.Engine.Compute;

/// <summary>
/// The ports of what the lab knows to listen (Microsoft KB 832017, "Service overview and network port requirements for
/// Windows"; Hyper-V's: 2179 and 6600).
/// </summary>
internal static class TcpServices
{
    /// <summary>DNS, at a domain controller.</summary>
    public const int Dns = 53;

    /// <summary>A web server.</summary>
    public const int Http = 80;

    /// <summary>Kerberos, at a domain controller.</summary>
    public const int Kerberos = 88;

    /// <summary>Where RPC and WMI begin.</summary>
    public const int RpcEndpointMapper = 135;

    /// <summary>LDAP, at a domain controller.</summary>
    public const int Ldap = 389;

    /// <summary>File shares, such as a domain controller's.</summary>
    public const int Smb = 445;

    /// <summary>A database, as a ledger's.</summary>
    public const int SqlServer = 1433;

    /// <summary>Consoles of virtual machines.</summary>
    public const int VMConnect = 2179;

    /// <summary>Remote desktop.</summary>
    public const int RemoteDesktop = 3389;

    /// <summary>WinRM.</summary>
    public const int WinRM = 5985;

    /// <summary>Live migration.</summary>
    public const int LiveMigration = 6600;
}
