namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What a server of an inventory does; its load's course over the week follows from that.</summary>
public enum ServerRole
{
    /// <summary>Answers logons.</summary>
    DomainController,

    /// <summary>Keeps shared folders.</summary>
    FileServer,

    /// <summary>Spools print jobs.</summary>
    PrintServer,

    /// <summary>Serves web pages.</summary>
    WebServer,

    /// <summary>Runs the middle tier of applications.</summary>
    ApplicationServer,

    /// <summary>Runs databases.</summary>
    DatabaseServer,

    /// <summary>Keeps mailboxes.</summary>
    MailServer,

    /// <summary>Runs users' desktops.</summary>
    TerminalServer,

    /// <summary>Runs jobs at night.</summary>
    BatchServer,

    /// <summary>Is for development and tests.</summary>
    DevelopmentServer,

    /// <summary>Monitors, distributes software, scans for viruses.</summary>
    InfrastructureServer,
}
