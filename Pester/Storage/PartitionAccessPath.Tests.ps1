BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost -Name HV1 | Out-Null
    Install-LabOperatingSystem -ComputerName HV1 -Edition HyperVServer2008R2 | Out-Null
    New-LabNetIPAddress -ComputerName HV1 -InterfaceAlias 'Local Area Connection' -IPAddress 192.168.10.21 | Out-Null
    Set-LabDnsClientServerAddress -ComputerName HV1 -InterfaceAlias 'Local Area Connection' `
        -ServerAddresses 192.168.10.10
    Enable-LabRemoteManagement -ComputerName HV1
    Join-LabDomain -ComputerName HV1 -DomainName lab.local -Restart
    Enable-LabNetFirewallRule -ComputerName ADMIN1 -DisplayGroup 'Remote Volume Management'
    Enable-LabNetFirewallRule -ComputerName HV1 -DisplayGroup 'Remote Volume Management'
    Add-LabStorageArray -Name SAN | Out-Null
    New-LabLun -StorageArray SAN -Name Data -SizeBytes 40GB | Out-Null
    Add-LabLunMapping -Lun Data -ComputerName HV1 | Out-Null
    Update-LabHostStorageCache -ComputerName HV1
    Set-LabDisk -ComputerName HV1 -Number 1 -IsOffline $false
    Initialize-LabDisk -ComputerName HV1 -Number 1 -PartitionStyle GPT
}

AfterAll { Remove-Lab Lab }

Describe 'Access paths of partitions' {
    It 'are letters until these run out' {
        1..23 | ForEach-Object { New-LabPartition 1 -ComputerName HV1 -Size 1GB -AssignDriveLetter | Out-Null }
        { New-LabPartition 1 -ComputerName HV1 -Size 1GB -AssignDriveLetter -ErrorAction Stop } |
            Should -Throw '*no free drive letter*'
    }

    It 'are folders then' {
        $partition = New-LabPartition 1 -ComputerName HV1 -Size 1GB
        { $partition | Add-LabPartitionAccessPath -AssignDriveLetter -ErrorAction Stop } |
            Should -Throw '*no free drive letter*'
        $partition | Add-LabPartitionAccessPath -AccessPath C:\Disks\web24 -WhatIf
        $partition.AccessPath | Should -BeNullOrEmpty
        $shown = $partition | Add-LabPartitionAccessPath -AccessPath C:\Disks\web24 -PassThru
        $shown.AccessPath | Should -Be 'C:\Disks\web24'
        Format-LabVolume -ComputerName HV1 -DiskNumber 1 -PartitionNumber $partition.PartitionNumber `
            -FileSystem NTFS | Out-Null
        (New-LabVHD -ComputerName HV1 -Path C:\Disks\web24\a.vhd -SizeBytes 100MB).Path |
            Should -Be 'C:\Disks\web24\a.vhd'
    }

    It 'are given up by hand, which frees a letter' {
        Remove-LabPartitionAccessPath -ComputerName HV1 -DriveLetter M -AccessPath M:\
        (New-LabPartition 1 -ComputerName HV1 -Size 1GB -AssignDriveLetter).DriveLetter | Should -Be 'M'
        { Remove-LabPartitionAccessPath -ComputerName HV1 -DriveLetter N -AccessPath O:\ -ErrorAction Stop } |
            Should -Throw '*does not show that volume*'
    }
}
