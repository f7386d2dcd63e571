BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HOST1 | Out-Null
    Install-LabOperatingSystem HOST1 -Edition HyperVServer2008R2
    Add-LabStorageArray SAN | Out-Null
    New-LabLun Quorum 10GB | Add-LabLunMapping | Out-Null
    New-LabLun CSV1 100GB | Add-LabLunMapping | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Remote disk management' {
    It 'fails without the firewall group' {
        { Update-LabHostStorageCache HOST1 -ErrorAction Stop } | Should -Throw '*RPC server is unavailable*0x800706BA*'
    }

    It 'is denied from outside the domain' {
        Get-LabHost HOST1 | Enable-LabNetFirewallRule -DisplayGroup 'Remote Volume Management'
        Enable-LabNetFirewallRule -DisplayGroup 'Remote Volume Management' -ComputerName ADMIN1
        { Update-LabHostStorageCache HOST1 -ErrorAction Stop } | Should -Throw '*Access is denied*0x80070005*'
    }

    It 'works in the domain' {
        Join-LabDomain lab.local -ComputerName HOST1 -Restart
        Update-LabHostStorageCache HOST1
    }
}

Describe 'Disks' {
    It 'are seen once a path, the shared ones offline' {
        $disks = Get-LabDisk -ComputerName HOST1
        $disks.Number | Should -Be 0, 1, 2, 3, 4
        $disks.Lun | Should -Be 'HOST1 local', 'Quorum', 'CSV1', 'Quorum', 'CSV1'
        $disks.IsOffline | Should -Be $false, $true, $true, $true, $true
    }

    It 'are one with two paths after the DSM and a restart' {
        Install-LabPackage SDDDSM -ComputerName HOST1 -WarningAction SilentlyContinue | Out-Null
        Restart-LabHost HOST1
        $disks = Get-LabDisk -ComputerName HOST1
        $disks.Lun | Should -Be 'HOST1 local', 'Quorum', 'CSV1'
        $disks[1].PathCount | Should -Be 2
    }

    It 'are brought online and initialised, and the objects live' {
        $disk = Get-LabDisk 1 -ComputerName HOST1
        { Initialize-LabDisk 1 -ComputerName HOST1 -ErrorAction Stop } | Should -Throw '*offline*'
        $disk | Set-LabDisk -IsOffline $false | Should -BeNullOrEmpty
        $disk.OperationalStatus | Should -Be 'Online'
        ($disk | Initialize-LabDisk -PartitionStyle MBR -PassThru).PartitionStyle | Should -Be 'MBR'
        $disk.PartitionStyle | Should -Be 'MBR'
    }

    It 'refuse what cannot be done' {
        { Set-LabDisk 0 -ComputerName HOST1 -IsOffline $true -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidOperation,HyperVLab.Commands.Storage.SetLabDiskCommand'
        { Set-LabDisk 9 -ComputerName HOST1 -IsOffline $true -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.SetLabDiskCommand'
        { Set-LabDisk 1 -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.SetLabDiskCommand'
        { Initialize-LabDisk 1 -ComputerName HOST1 -ErrorAction Stop } | Should -Throw '*already been initialized*'
        { Get-LabDisk 9 -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.GetLabDiskCommand'
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Set-LabDisk 2 -ComputerName HOST1 -IsOffline $false -WhatIf
        Initialize-LabDisk 2 -ComputerName HOST1 -WhatIf
        Update-LabHostStorageCache HOST1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
