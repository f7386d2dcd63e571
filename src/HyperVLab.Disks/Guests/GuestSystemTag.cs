namespace HyperVLab.Disks.Guests;

/// <summary>The fields of a record on disk. Numbers stay as they are for ever; new fields take new ones.</summary>
internal enum GuestSystemTag : ushort
{
    OperatingSystem = 1,
    ComputerName = 2,
    MachineSid = 3,
    Addressing = 4,
    IPAddress = 5,
    PrefixLength = 6,
    DefaultGateway = 7,
    IntegrationServicesVersion = 8,
    BootSeconds = 9,
    Generalized = 10,
    Domain = 11,
    MachinePassword = 12,
    BootDrivers = 13,
    DisabledDrivers = 14,
}
