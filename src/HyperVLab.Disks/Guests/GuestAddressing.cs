namespace HyperVLab.Disks.Guests;

/// <summary>How a guest gets its IP address.</summary>
public enum GuestAddressing
{
    /// <summary>From a DHCP server.</summary>
    Dhcp = 0,

    /// <summary>From its own settings.</summary>
    Static = 1,
}
