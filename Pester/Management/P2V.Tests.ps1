BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Add-LabHost HV1 -LocalDiskSizeBytes 500GB | Install-LabOperatingSystem -Edition HyperVServer2008R2
    Enable-LabRemoteManagement HV1
    foreach ($name in 'VMM1', 'HV1') { Join-LabDomain lab.local -ComputerName $name -Restart }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost HV1 | Out-Null
    New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -ComputerName HV1 | Out-Null
    Add-LabServer FILE1 -Edition WindowsServer2003Standard -ServicePack 2 -WorkRate 50 `
        -SystemVolumeSizeBytes 20GB -DataSizeBytes 1GB | Out-Null
    Add-LabServerVolume FILE1 -DriveLetter E -DataSizeBytes 2GB | Out-Null
    $script:command = 'HyperVLab.Commands.Management.ConvertLabP2VCommand'
}

AfterAll { Remove-Lab Lab }

Describe 'Convert-LabP2V of servers of the lab' {
    It 'changes nothing under -WhatIf' {
        Convert-LabP2V -SourceComputerName FILE1 -VMHost HV1 -WhatIf | Should -BeNullOrEmpty
        Get-LabVM | Should -BeNullOrEmpty
    }

    It 'shows the load that was measured, and the copy asks it of its host' {
        $inventory = Get-LabServerInventory -Count 1
        Add-LabPhysicalSwitch Floor2 -UplinkSwitchName Management -UplinkSpeedBitsPerSecond 1000000000 | Out-Null
        $inventory | Add-LabServer -PhysicalSwitchName Floor2 | Out-Null
        $measure = $inventory | Measure-LabServerLoad
        $measure | Set-LabServer
        $server = Get-LabServer $measure.Name
        $server.ProcessorPercent | Should -Be ([int] $measure.Processor)
        $server.DiskOperationsPerSecond | Should -Be $measure.DiskOperations
        $scan = Get-LabMachineConfiguration $measure.Name
        $scan.NetworkBitsPerSecond | Should -Be $measure.NetworkBitsPerSecond
        $scan | Out-String -Width 80 | Should -Match 'Load\(%\)'
        (Get-LabNetAdapter -ComputerName $measure.Name)[0].PhysicalSwitchName | Should -Be 'Floor2'
    }

    It 'converts a server while it goes on' {
        $vm = Get-LabServer FILE1 | Convert-LabP2V -VMHost HV1 -VirtualNetwork VMs -JobVariable job
        $vm.Name | Should -Be 'FILE1'
        $vm.State | Should -Be 'Off'
        (Get-LabVMHardDiskDrive FILE1).Path | Should -BeLike 'C:\*FILE1_?.vhd'
        (Get-LabVMHardDiskDrive FILE1) | Should -HaveCount 2
        $job.Name | Should -Be 'ConvertP2V'
        (Get-LabServer FILE1).State | Should -Be 'Running'
        (Get-LabServer FILE1).WorkCount | Should -BeGreaterThan (Get-LabWorkload FILE1).Operations
    }

    It 'makes a copy of one instant' {
        $test = Test-LabWorkload FILE1
        $test.IsConsistent, $test.Lost, $test.Torn | Should -Be $true, 0, 0
        (Get-LabVHD -VMId (Get-LabVM FILE1).Id -ComputerName HV1 | Measure-Object FileSize -Sum).Sum |
            Should -BeGreaterThan 13GB
    }

    It 'copies offline, shuts the server down and starts the machine in its place' {
        $vm = Convert-LabP2V -SourceComputerName FILE1 -VMHost HV1 -Name NEW1 -VolumeDeviceID C: -Offline -Shutdown `
            -StartVM -MemoryMB 512 -VirtualNetwork VMs
        Step-LabClock -Seconds 120
        $vm.State | Should -Be 'Running'
        (Get-LabServer FILE1).State | Should -Be 'Off'
        (Get-LabWorkload NEW1).Operations | Should -BeGreaterThan (Get-LabServer FILE1).WorkCount
        Get-LabVMHardDiskDrive NEW1 | Should -HaveCount 1
    }

    It 'goes on where it was after the network broke' {
        Add-LabServer WEB1 -Edition WindowsServer2008Standard -WorkRate 10 | Out-Null
        Convert-LabP2V -SourceComputerName WEB1 -VMHost HV1 -RunAsynchronously -JobVariable job | Out-Null
        Step-LabClock -Seconds 120
        Disconnect-LabNetAdapter 'Local Area Connection' -ComputerName WEB1
        Step-LabClock -Seconds 1800
        (Get-LabTransfer).BytesTransferred | Should -BeGreaterThan 1GB
        Connect-LabNetAdapter 'Local Area Connection' -ComputerName WEB1
        (Wait-LabJob $job).State | Should -Be 'Completed'
    }

    It 'says beforehand what speaks against it' {
        Add-LabServer OLD1 -Edition Windows2000Server -ServicePack 4 -Device 'Mylex DAC960PT RAID', 'Intel PRO/100' |
            Out-Null
        { Convert-LabP2V -SourceComputerName OLD1 -VMHost HV1 -ErrorAction Stop } |
            Should -Throw '*offline only*' -ErrorId "13228,$command"
        { Convert-LabP2V -SourceComputerName OLD1 -VMHost HV1 -Offline -ErrorAction Stop } |
            Should -Throw '*no driver for Mylex*' -ErrorId "13232,$command"
    }

    It 'leaves a machine that failed, which is settled by Repair-LabVirtualMachine' {
        Add-LabServer DB1 -Edition WindowsServer2003Standard -ServicePack 2 -SystemVolumeSizeBytes 12GB | Out-Null
        $vm = Convert-LabP2V -SourceComputerName DB1 -VMHost HV1 -RunAsynchronously -JobVariable job
        $vm.VirtualMachineState | Should -Be UnderCreation
        Step-LabClock -Seconds 120
        Stop-LabJob $job
        $vm.VirtualMachineState, $vm.Status | Should -Be P2VCreationFailed, 'P2V creation failed'
        { Start-LabVM DB1 -ErrorAction Stop } | Should -Throw '*Repair-LabVirtualMachine*'
        { Convert-LabP2V -SourceComputerName DB1 -VMHost HV1 -ErrorAction Stop } |
            Should -Throw '*Get-LabVM DB1 | Repair-LabVirtualMachine*'
        { $vm | Repair-LabVirtualMachine -Dismiss -ErrorAction Stop } | Should -Throw '*Nothing of*DB1*kept*'
        $vm | Repair-LabVirtualMachine -Undo -WhatIf
        $vm.VirtualMachineState | Should -Be P2VCreationFailed
        ($vm | Repair-LabVirtualMachine -Retry -JobVariable again).VirtualMachineState | Should -Be PowerOff
        $again.Id | Should -Be $job.Id
        { $vm | Repair-LabVirtualMachine -Undo -ErrorAction Stop } | Should -Throw '*nothing to repair*'
    }

    It 'is taken back with what it had made' {
        Convert-LabP2V -SourceComputerName DB1 -VMHost HV1 -Name DB2 -RunAsynchronously -JobVariable job | Out-Null
        Step-LabClock -Seconds 60
        Stop-LabJob $job
        Get-LabVM | Where-Object VirtualMachineState -like *Failed | Repair-LabVirtualMachine -Undo
        { Get-LabVM DB2 -ErrorAction Stop } | Should -Throw '*unable to find*'
        { Restart-LabJob $job -ErrorAction Stop } | Should -Throw
    }

    It 'writes no error of its own where it fails at once and nobody waits' {
        $fault = Add-LabFault -Kind AgentUnreachable -ComputerName HV1
        $vm = Convert-LabP2V -SourceComputerName DB1 -VMHost HV1 -Name DB3 -RunAsynchronously -JobVariable job `
            -ErrorVariable errors
        $errors | Should -BeNullOrEmpty
        $job.State | Should -Be Failed
        $vm.VirtualMachineState | Should -Be P2VCreationFailed
        $fault | Remove-LabFault
        $vm | Repair-LabVirtualMachine -Undo
    }

    It 'is for delegated administrators too who give an account of the server' {
        $secret = [Net.NetworkCredential]::new('', 'Pa55phrase').SecurePassword
        Add-LabServer MAIL1 -Edition WindowsServer2003Standard -ServicePack 2 -JoinDomain -SystemVolumeSizeBytes 12GB |
            Out-Null
        foreach ($name in 'dora', 'mailer') { New-LabADUser $name -AccountPassword $secret | Out-Null }
        Add-LabLocalGroupMember -Group Administrators -Member LAB\mailer -ComputerName MAIL1
        New-LabUserRole Admins -UserRoleProfile DelegatedAdmin |
            Set-LabUserRole -AddMember LAB\dora -AddScope 'All Hosts' | Out-Null
        $wrong = [pscredential]::new('LAB\mailer', [Net.NetworkCredential]::new('', 'guess').SecurePassword)
        $right = [pscredential]::new('LAB\mailer', $secret)
        Enter-LabAccount LAB\dora
        try {
            Get-LabServer | Should -BeNullOrEmpty
            { Convert-LabP2V -SourceComputerName MAIL1 -VMHost HV1 -ErrorAction Stop } | Should -Throw '*MAIL1*'
            { Convert-LabP2V -SourceComputerName MAIL1 -VMHost HV1 -Credential $wrong -ErrorAction Stop } |
                Should -Throw '*no server MAIL1*or the account*' -ErrorId "13244,$command"
            (Get-LabMachineConfiguration MAIL1 -Credential $right).Name | Should -Be MAIL1
            $vm = Convert-LabP2V -SourceComputerName MAIL1 -VMHost HV1 -Credential $right -JobVariable job
            $vm.Name | Should -Be MAIL1
            $job.Script | Should -BeLike '*-Credential (Get-Credential)*'
        }
        finally { Exit-LabAccount }
        $file = Join-Path $TestDrive journal.json
        Export-LabJournal $file | Out-Null
        Get-Content $file -Raw | Should -Not -Match 'Pa55phrase|guess'
    }

    It 'takes the driver that Windows PE lacks from the library' {
        Set-Content TestDrive:/dac960.inf @'
[Version]
Signature = "$Windows NT$"
Class = SCSIAdapter
ClassGUID = {4d36e97b-e325-11ce-bfc1-08002be10318}
[Models]
%dac% = dac, PCI\VEN_1069&DEV_0050
'@
        Add-LabHost LIB1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement LIB1
        Join-LabDomain lab.local -ComputerName LIB1 -Restart
        Add-LabLibraryServer LIB1 | Out-Null
        New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
        Copy-LabFile (Get-Item TestDrive:/dac960.inf).FullName C:\Library\ -ToComputer LIB1 | Out-Null
        Add-LabLibraryShare \\LIB1\Library | Out-Null
        $vm = Convert-LabP2V -SourceComputerName OLD1 -VMHost HV1 -Offline -StartVM -WarningVariable warned `
            -WarningAction SilentlyContinue
        Step-LabClock -Seconds 120
        $vm.State | Should -Be 'Running'
        $warned | Should -BeLike '*dac960nt is disabled*'
    }
}
