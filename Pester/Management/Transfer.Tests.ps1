BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Join-LabDomain lab.local -ComputerName VMM1 -Restart
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost HV1 | Out-Null
    Add-LabVMHost HV2 | Out-Null
    foreach ($name in 'web01', 'web02') {
        New-LabVHD "C:\VMs\$name\$name.vhd" -ComputerName HV1 -SizeBytes 10GB -Fixed | Out-Null
        New-LabVM $name -ComputerName HV1 -Path C:\VMs -VHDPath "C:\VMs\$name\$name.vhd" | Out-Null
    }
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'Move-LabVM -VMHost' {
    It 'asks for one way only' {
        { Move-LabVM web01 -VMHost HV2 -DestinationHost HV2 -ErrorAction Stop } | Should -Throw '*either to a node*'
        { Move-LabVM web01 -Path C:\VMs -ErrorAction Stop } | Should -Throw '*with -VMHost and -Path*'
    }

    It 'changes nothing under -WhatIf' {
        Move-LabVM web01 -VMHost HV2 -Path C:\VMs -WhatIf
        Get-LabTransfer | Should -BeNullOrEmpty
    }

    It 'refuses a machine that is not off' {
        Start-LabVM web02
        { Move-LabVM web02 -VMHost HV2 -ErrorAction Stop } |
            Should -Throw '*must be off*' -ErrorId "2608,$command*"
        Stop-LabVM web02 -TurnOff
    }

    It 'sends its files in the background' {
        $script:job = Move-LabVM web01 -VMHost HV2 -Path C:\VMs -AsJob
        Step-LabClock 30
        $transfer = Get-LabTransfer
        $transfer.DisplayName | Should -Be web01.vhd
        $transfer.Source, $transfer.Destination | Should -Be HV1, HV2
        $transfer.JobState | Should -Be Transferring
        $transfer.Priority | Should -Be Normal
        $transfer.LocalName | Should -Be C:\VMs\web01\web01.vhd
        $transfer.PercentComplete | Should -BeIn 31, 32, 33
        $transfer.TransferRate | Should -BeGreaterThan 118000000
        $transfer.TimeLeft.TotalSeconds | Should -BeGreaterThan 55
        $transfer.TimeLeft.TotalSeconds | Should -BeLessThan 65
        $transfer.RetryInterval, $transfer.RetryTimeout | Should -Be 600, 1209600
        $transfer.Job.CurrentStep | Should -Be 'Deploy file (using LAN)'
        ($transfer | Out-String) | Should -Match 'HV1 -> HV2 +Transferring +3\d +11\d\.\d'
    }

    It 'is shown by host and name' {
        (Get-LabTransfer -VMHost HV2).JobId | Should -Be 1
        (Get-LabTransfer web* -JobId 1).JobId | Should -Be 1
        Get-LabTransfer -VMHost VMM1 | Should -BeNullOrEmpty
    }
}

Describe 'A transfer' {
    It 'is suspended, and a wait for its job says that nothing ends it' {
        Get-LabTransfer | Suspend-LabTransfer -WhatIf
        (Get-LabTransfer).JobState | Should -Be Transferring
        (Get-LabTransfer | Suspend-LabTransfer -Passthru).JobState | Should -Be Suspended
        { Suspend-LabTransfer 1 -ErrorAction Stop } | Should -Throw '*is Suspended and cannot be suspended*'
        $before = (Get-LabTransfer).BytesTransferred
        Step-LabClock 3600
        (Get-LabTransfer).BytesTransferred | Should -Be $before
    }

    It 'goes on where it was' {
        $before = (Get-LabTransfer).BytesTransferred
        Resume-LabTransfer 1
        Step-LabClock 10
        $transfer = Get-LabTransfer
        $transfer.BytesTransferred - $before | Should -BeGreaterThan 1.1e9
        $transfer.Stretches | Should -HaveCount 1
    }

    It 'goes on where it was after a break of the way' {
        $fault = Add-LabFault -Kind AgentUnreachable -ComputerName HV1
        Step-LabClock 1
        $transfer = Get-LabTransfer
        $transfer.JobState | Should -Be TransientError
        $transfer.ErrorDescription | Should -BeLike '*connection to the HTTP server HV1*'
        $bytes = $transfer.BytesTransferred
        $fault | Remove-LabFault
        Step-LabClock 540
        (Get-LabTransfer).JobState | Should -Be TransientError
        (Get-LabTransfer | Resume-LabTransfer -Passthru).JobState | Should -Be Transferring
        $transfer.Stretches | Measure-Object Bytes -Sum | ForEach-Object Sum | Should -Be $bytes
    }

    It 'is made more or less urgent' {
        (Get-LabTransfer | Set-LabTransfer -BandwidthPercent 10 -Passthru).TransferRate | Should -Be 12500000
        $transfer = Get-LabTransfer | Set-LabTransfer -BandwidthPercent 0 -Priority Foreground -Passthru
        $transfer.Priority | Should -Be Foreground
        $transfer.BandwidthPercent | Should -BeNullOrEmpty
        { Set-LabTransfer 1 -BandwidthPercent 101 -ErrorAction Stop } | Should -Throw '*1 to 100 percent*'
    }

    It 'ends with the machine on the other host' {
        Wait-LabJob $job | Out-Null
        $job | Receive-Job | Out-Null
        Get-LabTransfer | Should -BeNullOrEmpty
        (Get-LabVM web01).ComputerName | Should -Be HV2
        (Get-LabVMHardDiskDrive web01).Path | Should -Be C:\VMs\web01\web01.vhd
        Start-LabVM web01
        { Stop-LabTransfer 1 -ErrorAction Stop } | Should -Throw '*no transfer 1*'
    }

    It 'that is stopped fails its job, which sends anew when it is restarted' {
        $job = Move-LabVM web02 -VMHost HV2 -Path C:\VMs -AsJob
        Step-LabClock 5
        Get-LabTransfer | Stop-LabTransfer
        Get-LabTransfer | Should -BeNullOrEmpty
        $failed = Get-LabJob -Newest 10 | Where-Object Name -EQ MoveVMToHost | Select-Object -First 1
        $failed.State | Should -Be Failed
        (Restart-LabJob $failed).State | Should -Be Completed
        (Get-LabVM web02).ComputerName | Should -Be HV2
        $job | Remove-Job -Force
    }
}
