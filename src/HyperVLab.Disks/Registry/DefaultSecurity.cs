namespace HyperVLab.Disks.Registry;

/// <summary>The security descriptor of a hive that is made from nothing.</summary>
internal static class DefaultSecurity
{
    /// <summary>
    /// Owner and group are the administrators; they and the local system may do everything, and so with keys below
    /// (SDDL O:BAG:BAD:(A;CI;KA;;;SY)(A;CI;KA;;;BA)). Self-relative.
    /// </summary>
    public static byte[] Descriptor { get; } =
    [
        1, 0, 0x04, 0x80, 72, 0, 0, 0, 88, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0,
        2, 0, 52, 0, 2, 0, 0, 0,
        0, 2, 20, 0, 0x3F, 0, 0x0F, 0, .. LocalSystem,
        0, 2, 24, 0, 0x3F, 0, 0x0F, 0, .. Administrators,
        .. Administrators,
        .. Administrators,
    ];

    private static byte[] LocalSystem => [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0];

    private static byte[] Administrators => [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0];
}
